"""Short words and names that stand side by side without making another one: the pen is, an us citizen."""

from __future__ import annotations

_NAMES = """
al abe ann amy ben bob dan don ed eve eva ida ian jan jim jo joe jon kay ken kim lee leo liz lou max meg mia nan ned
pam pat ray rob roy sam sid sue ted tim tom val vic zoe li lu wu xu yu ma hu ye fu mr mrs ms dr st vs ok tv dj mc uk
eu re un ex non pre co ltd inc no nr ft kg km cm mm hi la le de du da van von der den el los las
"""
_WORDS = """
a ad ado age ago ah aid aim air all also am an and ant any are arm art as ask at ate away bad bag ball band bar bat be
bed bee been best bet big bit boat bow box boy bus but buy by call came can cap car card case cat city come cook cool
cry cup cut dad day dear den did die do does dog don done door dot down dry due each ear east eat egg end ever eye
face fact fair fall far fast fat few fit five fly for four free from full fun game gate gave get girl give go gold
good got great guy had half hall ham hand has hat have he head hear held help hen her here hers hi high him his hit
home hope hot hour how i ice if ill in into is it its job join joy just keep kept key kid kind king know lady lap last
late law lay led left leg less let life like line list lit live long look lot love low mad made main make man many map
may me meet men met mid mile mine miss more most much must my name near need net new news next nice night nine no noon
nor north not now of off oh oil old on once one only open or order our out over own page pan park part pass past pay
pen per pet pick pin place plan play please pot prize put ran rat read red rest rich ride right ring road room row run
said sales same sang sat saw say sea seat see seen sell send sent set seven she show side sing sir sit six sky so some
son song soon south stage star start stay step still stop such sun sure take talk tall tap taste tax tea team tell ten
than thank that the them then there these they thin thing this those three time tin tip to today told too took top
tour town tree true try turn two under unit up upon us use very view wait walk wall want war warm was watch water way
we week well went were west wet what when where which while white who whose why wide wife will win wind wine with won
word work would year yes yet you your
"""
COMMON = frozenset((*_WORDS.split(), *_NAMES.split()))
