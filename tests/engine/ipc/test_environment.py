from __future__ import annotations

import pytest

from engine.ipc.environment import child_environment, is_secret

SECRETS = (
    *("GROQ_API_KEY", "COMPERE_SERVER_KEY", "OPENAI_API_KEY", "HF_TOKEN", "AWS_SECRET_ACCESS_KEY", "PGPASSWORD"),
    *("GROQ_API_KEY_2", "API_KEYS", "OPENAI_APIKEY", "DB_PASS", "MYSQL_PWD", "GH_PAT", "KEY_PASSPHRASE", "AZURE_KEY1"),
)


@pytest.mark.parametrize("name", SECRETS)
def test_a_child_gets_no_key_and_no_password(name: str) -> None:
    assert child_environment({name: "secret", "PATH": "/bin"}) == {"PATH": "/bin"}


@pytest.mark.parametrize(
    "name", ["PATH", "HOME", "DISPLAY", "PULSE_SERVER", "XDG_ACTIVATION_TOKEN", "QT_SCALE_FACTOR", "PWD", "OLDPWD"]
)
def test_what_a_child_needs_it_gets(name: str) -> None:
    assert not is_secret(name)
