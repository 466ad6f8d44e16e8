"""Tells names from other words, and news agencies and outlets from other names, by form and by a short list."""

from __future__ import annotations

import re

AGENCIES = (
    "Reuters;Thomson Reuters;AFP;Agence France-Presse;AP;Associated Press;The Associated Press;UPI;dpa;DPA;Xinhua;"
    "TASS;ITAR-TASS;RIA Novosti;Interfax;Sputnik;SANA;IRNA;ISNA;Tasnim;Fars;Mehr;Anadolu;Anadolu Agency;AA;PTI;ANI;"
    "IANS;UNI;APP;BSS;UNB;KUNA;WAM;SPA;QNA;MENA;Petra;NNA;BNA;WAFA;SABA;Kyodo;Kyodo News;Jiji;Yonhap;KCNA;CNA;VNA;"
    "Bernama;Antara;AAP;EFE;Europa Press;ANSA;Adnkronos;APA;Belga;ANP;NTB;Ritzau;PAP;CTK;MTI;Agerpres;BTA;Tanjug;"
    "HINA;Ukrinform;BelTA;Armenpress;NAN;GNA;Panapress;APS;MAP;SUNA;ENA;ANGOP;IRIN;PA;PA Media;Press Association;"
    "Bloomberg;IPS"
).split(";")
PLURAL_AGENCIES = {"agencies", "wires", "wire services", "news agencies", "staff"}
_AGENCY_BY_NAME = {spelling: name for name in AGENCIES for spelling in (name, name.upper())}

MEDIA_WORDS = set(
    """
    agency bulletin broadcasting chronicle com conversation correspondent courier daily diario dispatch express
    gazette globe guardian herald independent info inquirer intercept jornal journal mail media mercury mirror
    monde monitor net network news newspaper newswire nation observer online org outlook post prensa press presse
    radio record register reporter research review sentinel standard star sun tageszeitung telegraph television times
    today tribune tv update watch weekly wire world zeitung
    """.split()
)
PARTICLES = set("al el ul bin bint ibn abu von van der den de del di da do dos la le les du of the and & y e".split())
NOT_NAMES = set(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat january february
    march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    today yesterday tomorrow noon midnight
    """.split()
)
MOST_WORDS = 9


def agency(name: str) -> str | None:
    """Returns the usual spelling of a news agency, None for any other name.

    >>> agency("REUTERS"), agency("The mayor")
    ('Reuters', None)
    """
    bare = " ".join(name.split()).strip(" .")
    return _AGENCY_BY_NAME.get(bare) or _AGENCY_BY_NAME.get(
        bare.removesuffix(" News Agency").removesuffix(" news agency")
    )


def is_name(words: str) -> bool:
    """Tells whether the words look like the name of a person or an organisation: capitals, particles, few words.

    >>> is_name("Ana de la Torre"), is_name("the first of them")
    (True, False)
    """
    parts = words.split()
    return (
        0 < len(parts) <= MOST_WORDS
        and all(_belongs_to_name(part) for part in parts)
        and not all(part.lower() in PARTICLES for part in parts)
        and not any(part.strip(".,").lower() in NOT_NAMES for part in parts)
    )


def _belongs_to_name(part: str) -> bool:
    letters = [char for char in part if char.isalpha()]
    if part.lower() in PARTICLES:
        return True
    if not letters:
        return part.isdigit()
    # "al-Amin", "24.hu" and scripts without capitals belong; "later" does not
    upper = any(char.isupper() for char in letters)
    cased = any(char.islower() or char.isupper() for char in letters)
    return (upper or not cased or is_address(part)) and not re.search(r"[;:!?\"“”]", part)


def is_address(word: str) -> bool:
    """Tells whether a word is the address of a site, such as ``example.org``."""
    return re.fullmatch(r"(?:https?://)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}(?:/\S*)?", word) is not None


def is_outlet(name: str) -> bool:
    """Tells whether a name is surely that of an outlet: a listed agency, an address, or with a word such as News."""
    words = [word for word in re.split(r"[\s.]+", name.lower()) if word]
    return is_name(name) and bool(agency(name) or is_address(name) or MEDIA_WORDS.intersection(words))


def letters(words: str) -> str:
    """Returns the letters and digits only, in one case, without a leading "the": names equal but for their dress."""
    return "".join(char for char in words.casefold() if char.isalnum()).removeprefix("the")
