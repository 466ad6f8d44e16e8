"""Words that tie content to a source, by what they do. Lemmas of verbs unless said otherwise.

The classes follow the verbs of communication and of declaration in Levin (1993), English Verb Classes and Alternations,
sections 29 and 37, and the reporting verbs of the COBUILD grammar patterns; they are general English, no list of what
some text happened to use.
"""

from __future__ import annotations

SPEECH = frozenset(
    """
    add advise affirm agree allege announce answer argue assert assess assure attest aver avow boast brag
    caution certify clarify comment complain conclude confide contend continue counter declare disclose divulge
    elaborate emphasise emphasize estimate explain exclaim forecast go_on guarantee gripe hint imply indicate inform
    insinuate insist interject joke lament maintain mention mutter note notify observe opine pledge point_out post
    posit predict proclaim project promise pronounce protest publish quip reaffirm reassure recall recount reiterate
    relate remark remind repeat reply report respond restate retort reveal rule say speculate specify state stress
    submit suggest swear sum_up surmise tell testify threaten tweet underline underscore vow warn whisper write
    blog broadcast concede admit acknowledge confess confirm claim hold recommend hail
    announce_that make_clear grumble moan sigh shout yell cry scream snap murmur laugh chuckle
    hit_back fire_back shoot_back own_up chime_in stipulate calculate determine establish document record find
    discover learn verify
    """.split()
)
"""Take a clause, a quotation, or stand after what was said."""

BELIEF = frozenset(
    """
    anticipate believe consider deem doubt dream expect fear feel figure foresee guess hope imagine judge presume
    reckon regret sense suppose suspect think trust wish worry understand know
    """.split()
)
"""Thought held as such: take a clause and may stand after it."""

ADMISSION = frozenset("admit acknowledge concede confess".split())

DENIAL = frozenset("deny reject refute dispute disavow disclaim rebut repudiate contradict dismiss contest".split())
"""The source is against the content."""

DENIAL_WITH_CLAUSE = frozenset("deny dispute disclaim contest refute reject".split())

CONFIRMING = frozenset("confirm verify corroborate authenticate substantiate ascertain".split())
"""With a negation: leaves the content open."""

ESTABLISHING = frozenset("establish determine ascertain rule_out".split())
"""With "could not" they leave the content open too."""

RETRACTION = frozenset("retract withdraw recant rescind disown".split())
"""The source takes back an earlier statement (also "take back", "walk back")."""

STATEMENT_NOUNS = frozenset(
    """
    account accusation allegation announcement article assertion assessment claim comment declaration estimate figure
    post remark report statement story testimony tweet count tally toll charge suggestion denial
    """.split()
)
"""Nouns for something said."""

BLAME = frozenset("blame accuse fault criticise criticize condemn denounce charge implicate slam berate".split())
LINKING = frozenset("link connect tie attribute ascribe trace".split())
"""Object is a thing, what it is put down to stands behind "to" or "with"."""

"""Object is a party, content is object and reproach."""

JUDGEMENT = frozenset(
    """
    find pronounce consider call describe label brand dub judge deem rate characterise characterize portray denounce
    """.split()
)
"""Object with a complement: "called the vote a sham"."""

NUMBERING = frozenset(
    """
    put give number count measure estimate calculate set place revise raise lower tally total reckon list tabulate
    register update cite record document lift up cut bring adjust correct trim bump detect diagnose log
    identify
    """.split()
)
"""Object with a number: "put the dead at 26"."""

EVIDENCE = frozenset(
    "find show indicate reveal list depict suggest confirm prove document capture record contain name".split()
)
"""What a document or a picture does."""

DIRECTIVE = frozenset(
    "ask urge demand order request instruct appeal call_on beg plead exhort inquire enquire wonder".split()
)
"""Requests: a quotation or a that-clause is content, an infinitive is no claim."""

CITING = frozenset("cite quote credit".split())
"""Participles that name whom the speaker has it from."""

ASCRIBED = frozenset("attribute ascribe credit".split())
"""The same with "to": "attributing the figure to the coroner"."""

PARTICIPLES_OF_SPEECH = frozenset(
    """
    add say note warn claim stress insist explain argue allege report state declare announce confirm admit
    acknowledge predict complain write assert emphasise emphasize maintain accuse blame call describe deny reject
    """.split()
)
"""May carry on the speaker of the main clause: "..., adding that"."""

ATTITUDES = {
    "adamant": "says",
    "insistent": "says",
    "emphatic": "says",
    "categorical": "says",
    "certain": "believes",
    "sure": "believes",
    "convinced": "believes",
    "positive": "believes",
    "confident": "believes",
    "hopeful": "believes",
    "optimistic": "believes",
    "afraid": "believes",
    "worried": "believes",
    "concerned": "believes",
    "fearful": "believes",
}
"""Adjectives with a clause: "is adamant that"."""

ABOUT = {
    "complain": {"of", "about"},
    "warn": {"of", "about", "against"},
    "speak": {"of"},
    "talk": {"of"},
    "tell": {"of"},
    "boast": {"of", "about"},
    "brag": {"of", "about"},
    "confess": {"to"},
    "admit": {"to"},
    "own": {"to"},
    "testify": {"to"},
    "hint": {"at"},
    "despair": {"of"},
    "arrive": {"at"},
}
"""Verbs whose content stands behind a preposition: "complained of delays"."""

DISMISSING = {
    "brush": {"aside", "off", "away"},
    "wave": {"away", "aside", "off"},
    "shrug": {"off"},
    "laugh": {"off"},
    "scoff": {"at"},
    "sneer": {"at"},
    "rubbish": {""},
    "deride": {""},
}
"""Verbs that dismiss what somebody said, with the particle they need."""

DEEDS = frozenset(
    """
    attack bombing blast raid ambush assault killing strike explosion kidnapping abduction shooting operation murder
    """.split()
)
"""What a group that "claimed" it says it did."""

COMMITTING = frozenset("promise vow pledge threaten swear undertake".split())
"""With an infinitive: "vowed to return"."""

REFUSING = frozenset("decline refuse fail neglect hesitate forbear".split())
"""With an infinitive of saying: no claim."""

CARRYING = frozenset("go continue proceed want begin start appear seem hasten move dare happen come rush".split())
"""Verbs through which the subject of an infinitive or a participle passes: "went on to say"."""

HEARSAY_ADVERBS = {
    "reportedly": "reported",
    "allegedly": "alleged",
    "supposedly": "alleged",
    "purportedly": "alleged",
    "apparently": "reported",
    "ostensibly": "alleged",
}
"""Adverbs that credit nobody, with the hedging they give."""

HEARSAY_PARTICIPLES = {
    "say": "reported",
    "report": "reported",
    "rumour": "reported",
    "rumor": "reported",
    "whisper": "reported",
    "believe": "possible",
    "think": "possible",
    "understand": "reported",
    "know": "none",
    "presume": "possible",
    "allege": "alleged",
    "claim": "alleged",
    "suspect": "possible",
    "fear": "possible",
    "expect": "possible",
    "estimate": "none",
    "feel": "possible",
}
"""Passives that credit nobody ("is said to", "it is feared that"), with the hedging they give."""

ASCRIBING = {
    "blame": "on",
    "attribute": "to",
    "pin": "on",
    "ascribe": "to",
    "trace": "to",
    "put": "to",
    "credit": "to",
}
"""Passive verbs of blame with the preposition before the party blamed."""

DOCUMENT_PLACES = frozenset(
    """
    statement report cable letter memo memorandum document communique communiqué dossier filing indictment complaint
    ruling finding judgment verdict paper study survey email e-mail message note bulletin release diary log
    testimony affidavit
    """.split()
)
"""Nouns that can be a source when something is said "in" them."""

MEDIA_NOUNS = frozenset(
    "agency channel broadcaster station newspaper website mouthpiece outlet radio television arm wing".split()
)
"""What a group speaks through."""

ABSTRACT = frozenset("sense experience logic instinct intuition wisdom custom conscience heart gut face".split())
"""What says something in a manner of speaking only."""

MEASURES = frozenset({"number", "amount", "rate", "share", "half", "twice", "percentage", "sum"})
"""Nouns of quantity, which show but do not say."""

TIMES = frozenset(
    """
    today yesterday tomorrow tonight morning afternoon evening night noon midnight day week weekend month year hour
    minute moment time monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december
    """.split()
)
"""Nouns of time, never a source: "said Thursday morning"."""

FALSE = frozenset(
    """
    untrue false lie fabrication fiction nonsense invention hoax fake baseless unfounded groundless wrong incorrect
    inaccurate propaganda slander rubbish disinformation misinformation falsehood fantasy
    """.split()
)
"""What a statement is called by who denies it."""
