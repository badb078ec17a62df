"""Whether a sentence in Latin letters is English, by its small words."""

from __future__ import annotations

import re

_ENGLISH_WORDS = """
a an i me my man men some any the and of to in is are was were be been will would can could it its this that these
those you your we our they their he she his her for with on at by from as or if so not no yes have has had do does did
there here what when where who how which please after before until next all one first at about into over up out then
than very well thank thanks welcome
"""
_ENGLISH = frozenset(_ENGLISH_WORDS.split())

_OTHER_WORDS = """
le la les des du un une et est sont dans pour avec sur que qui ne pas nous vous votre notre il elle se ce cette au aux
en de à
être très près où merci bonjour bonsoir mais ou oui soir ouvrent commence salle
der die das den dem des ein eine einen einem einer und ist sind nicht mit für auf von zu im wir sie ihr ihre es auch
wird werden
bei nach neben vor danke guten bitte ja nein heute abend aber oder wenn wie wo uhr
el los las una unos y es son está están por para con su sus al del lo se que como más muy gracias buenas noches
señores pero junto
il lo gli uno è sono di da nel nella della alla che non per più grazie buonasera vicino anche alle
o os as um uma e são no na nos nas do dos das em com não obrigado obrigada boa noite está pelo
de het een en van zijn niet met voor op te wij dank goedenavond bij aan naar ook deze
och är att det som på för inte med vi ni av till god kväll og er jeg det ikke til på vi tak takk
i w z na się nie jest są do dla że jak przy oraz dziękuję dobry wieczór
a v je na se že jsou pro nebo jako ve děkuji dobrý večer
ve bir bu için ile çok da var değil teşekkürler iyi akşamlar
và là của có không cho với các này được tại ở xin chào cảm ơn những một trong
yang di dan untuk dengan ini itu ada tidak dari ke pada adalah akan terima kasih selamat malam kami anda
ang ng sa mga na ay ito po kami natin salamat magandang gabi
"""
_OTHER = frozenset(_OTHER_WORDS.split()) - _ENGLISH
"""French, German, Spanish, Italian, Portuguese, Dutch, Nordic, Polish, Czech, Turkish, Vietnamese, Malay, Tagalog."""

_SHORT = frozenset({"die", "y", "e", "o", "i", "w", "z", "v"})
_ELIDED = frozenset({"l", "d", "j", "qu", "n", "c", "s", "m", "t", "all", "dell", "nell", "un"})
_ENGLISH_ENDS = frozenset({"", "s", "t", "re", "ll", "d", "m", "ve", "clock"})

_WORD = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+(?:['’][A-Za-z\u00c0-\u024f]+)?")
_NAME = re.compile(
    r"\b[A-Z\u00c0-\u00de][\w'’-]{0,30}(?: (?:de|la|del|der|van|von|den|di|da|do|le|du|des|dos|das|el|al|y|e|und|et))"
    r"{1,3} (?=[A-Z\u00c0-\u00de])"
)
_TITLE = re.compile(r"[《〈「『“\"][^《〈「『“\"》〉」』”\n]{1,80}[》〉」』”\"]")
"""A title is in whatever language it is in."""

_LENT_WORDS = """
café cafés déjà vu naïve résumé fiancé fiancée façade à crème brûlée piñata jalapeño soirée matinée début entrée
protégé cliché risqué sauté décor blasé exposé voilà
"""
_LENT = frozenset(_LENT_WORDS.split())

FEWEST_WORDS = 3
"""A shorter text may be a title or a word of thanks: it is not judged."""


def is_other_latin(sentence: str) -> bool:
    """Whether a sentence is in another language of Latin letters than English. Names and titles in it count little."""
    written = _WORD.findall(_NAME.sub(" ", _TITLE.sub(" ", sentence)))
    if len(written) < FEWEST_WORDS:
        return False
    english = other = 0
    for number, word in enumerate(written):
        small = word.lower()
        if re.split("['’]", small)[0] in _ENGLISH:
            english += 1
        elif number == 0 or word[0].islower():  # a name says nothing of the language
            accented = not small.isascii() and word[0].islower() and small not in _LENT
            other += small in _OTHER or small in _SHORT or accented or _elided(small)
    return other >= 2 and other > english and other >= len(written) * 0.25


def _elided(word: str) -> bool:
    """L'entrée, qu'il, d'un, all'ingresso."""
    head, mark, rest = word.replace("’", "'").partition("'")
    return bool(mark) and head in _ELIDED and rest not in _ENGLISH_ENDS
