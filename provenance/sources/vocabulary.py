"""The word lists behind the wording rules: heads of noun phrases by what they say of a source. All in lower case.

They hold general words of English only. A name belongs into the registry.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GOVERNMENT = _words(
    """
    ministry government administration cabinet regime presidency premiership chancellery treasury exchequer embassy
    consulate department police constabulary gendarmerie carabinieri army navy military force coastguard marines
    infantry intelligence customs parliament senate congress assembly legislature court tribunal judiciary
    prosecution municipality governorate prefecture mayoralty ombudsman authorities junta politburo palace coroner
    inspectorate directorate ministries
    """
)
"""Organs of a state."""

GOVERNMENT_MODIFIERS = _words(
    """
    government ministry prosecutor prosecutors prosecutor's governor's mayor's president's presidential minister's
    premier's attorney coroner's sheriff's ombudsman's ombudsman police military army municipal city town district
    provincial state federal county regional village interior foreign home treasury security defence defense cabinet
    chancellor's
    """
)
"""Words that make an office, council, service or agency an organ of a state."""

FORCES = _words(
    """
    forces troops soldiers
    """
)
STATE_FORCES = _words(
    """
    security armed government air ground naval special border defence defense loyalist regime army riot
    """
)
"""Words that make forces those of a state."""

BODY = _words(
    """
    institute institution university hospital clinic agency council commission foundation trust association union
    federation confederation party committee service authority company corporation bank inc ltd plc ag gmbh llc corp
    sa spa nv oy ab kk limited incorporated holding holdings organisation organization society club centre center
    school college church synagogue mosque diocese patriarchate airline airlines league network office board bureau
    secretariat programme program project fund alliance chamber charity charities ngo firm operator utility
    laboratory lab museum mission delegation panel observatory regulator exchange academy faculty movement caucus
    campaign collective cooperative initiative partnership consortium forum platform taskforce team group unit
    division branch port airport railway railways refinery brewery manufacturer maker retailer insurer thinktank
    consultancy pollster syndicate registry archive archives library counterpart command management conference synod
    shelter orphanage factory startup carrier shipper producer supplier developer lender brokerage headquarters
    plant mine farm
    """
)
"""Organisations of any kind."""

PROPER_BODY = _words(
    """
    group network team unit project platform movement mission campaign forum office collective initiative
    """
)
"""Words that name a body only in a proper name: "Acme Group", not "the group"."""

MONITOR = _words(
    """
    monitor watchdog
    """
)
MONITORING = _words(
    """
    monitoring rights human-rights watchdog
    """
)
"""Words that make a group, organisation or network a monitor."""

OUTLET = _words(
    """
    newspaper daily weekly monthly magazine tabloid broadsheet broadcaster television tv radio channel station
    website site blog outlet paper times post herald gazette tribune chronicle courier mercury journal newswire wire
    newsletter portal podcast reader review examiner dispatch inquirer argus telegraph broadcast news bulletin
    """
)
"""Media by their common noun or the usual last word of their name."""

MEDIA_FIRST = _words(
    """
    radio radyo rádio television televisión télé tele canal channel kanal agencia agência agence
    """
)
"""Words that begin the name of a station or agency."""

OUTLET_IN_LOWER_CASE = _words(
    """
    newspaper daily weekly monthly magazine tabloid broadsheet broadcaster television tv radio channel station
    website site blog outlet newswire wire newsletter portal podcast
    """
)
"""The outlets whose noun tells so even without a capital; a "post" or a "journal" may be anything."""

ARMED_GROUP = _words(
    """
    militia militias brigade brigades battalion faction factions rebels insurgents militants jihadists jihadis
    islamists guerrillas guerillas fighters separatists insurgency gang cartel paramilitaries paramilitary
    """
)

PARTY = _words(
    """
    coalition opposition
    """
)
"""Sides of a conflict that are neither one state nor one group."""

DOCUMENT = _words(
    """
    statement report document paper cable ledger study letter memo memorandum filing survey poll record register
    file dossier indictment affidavit transcript communique communiqué census audit analysis assessment email e-mail
    bulletin brief data dataset figures statistics tally log diary resolution agreement treaty contract invoice
    receipt certificate database spreadsheet minutes autopsy lawsuit complaint petition warrant note notes article
    editorial book biography post-mortem leaflet press-release release notice decree tweet message posting index
    estimate projection forecast constitution law statute charter code manual guidelines findings papers disclosure
    prospectus budget balance-sheet declaration excerpt results records post posts blogpost checklist checklists
    ledgers toll count finding registry logbook roster testimony inventory docket verdict judgment judgement ruling
    """
)
IMAGERY = _words(
    """
    footage video videos clip clips photograph photographs photo photos picture pictures image images imagery film
    recording recordings screenshot screenshots livestream radar scan scans map maps x-ray audio
    """
)

PEOPLE = _words(
    """
    source official officer lieutenant captain colonel major general sergeant corporal private commander soldier
    policeman policewoman cop detective sheriff deputy resident witness eyewitness onlooker bystander passer-by
    activist campaigner organiser organizer protester protestor demonstrator medic doctor nurse paramedic surgeon
    physician pharmacist midwife patient survivor victim relative neighbour neighbor friend colleague villager
    farmer fisherman shopkeeper trader vendor merchant driver pilot sailor worker labourer labor laborer employee
    staffer manager executive director chief head boss owner founder employer banker economist analyst expert
    specialist researcher scientist professor academic lecturer scholar historian teacher schoolteacher student
    pupil lawyer attorney barrister solicitor judge prosecutor magistrate diplomat ambassador envoy consul
    negotiator mediator adviser advisor aide spokesman spokeswoman spokesperson politician lawmaker legislator
    senator congressman congresswoman mp minister governor mayor councillor councilor alderman president premier
    chancellor secretary treasurer chairman chairwoman chairperson chair leader member delegate representative
    candidate voter citizen civilian refugee migrant evacuee returnee detainee prisoner inmate defector deserter
    fighter militant rebel insurgent jihadist gunman operative agent informant insider whistleblower whistle-blower
    caller blogger journalist reporter correspondent editor photographer cameraman columnist author writer singer
    actor artist filmmaker imam priest monk nun rabbi bishop cleric pastor preacher deacon elder chieftain sheikh
    tribesman coach player referee fan engineer technician mechanic electrician architect builder contractor miner
    firefighter fireman rescuer lifeguard volunteer inspector investigator observer auditor accountant consultant
    broker investor shareholder customer consumer user subscriber tenant landlord traveller traveler tourist
    passenger commuter motorist cyclist pedestrian hotelier waiter waitress cook chef barber tailor baker butcher
    carpenter porter guard watchman bodyguard mercenary veteran admiral marshal brigadier man woman person boy girl
    child mother father son daughter brother sister husband wife widow widower uncle aunt cousin grandfather
    grandmother parent youth teenager somebody someone anyone co-worker coworker roommate classmate assistant
    interpreter translator supporter opponent critic dissident exile loyalist partisan smuggler trafficker suspect
    defendant plaintiff claimant shepherd herder rancher grower mourner worshipper worshiper pilgrim parishioner
    believer pollster strategist nutritionist epidemiologist virologist biologist geologist seismologist
    meteorologist forecaster hydrologist climatologist sociologist psychologist psychiatrist astronomer physicist
    chemist archaeologist counsellor counselor caretaker janitor cleaner clerk cashier salesman saleswoman
    supervisor foreman superintendent warden rector dean principal headmaster headteacher registrar seaman skipper
    crewman dockworker stevedore trucker courier welder counterpart modeller modeler beekeeper glazier plumber
    roofer painter logger trawlerman ferryman boatman bricklayer mason grocer brewer distiller milkman postman
    shopper hiker climber camper swimmer surfer rower skier runner rider jockey breeder keeper ranger gamekeeper
    forester lumberjack woodcutter weaver potter jeweller jeweler watchmaker shoemaker cobbler blacksmith machinist
    surveyor planner designer programmer hacker gamer streamer influencer youtuber publisher printer bookseller
    librarian curator collector dealer auctioneer lender borrower saver taxpayer pensioner retiree ratepayer
    homeowner householder squatter lodger caregiver carer childminder nanny babysitter orphan toddler newcomer
    settler colonist islander highlander townsman countryman nomad pastoralist peasant sharecropper fruit-picker
    picker harvester gleaner
    """
)
"""Nouns for one person; the plural with -s says several."""

PEOPLE_PLURAL = _words(
    """
    people men women children families locals medics civilians personnel staff crew crews folk youths relatives
    others many some several few most both witnesses eyewitnesses onlookers bystanders passers-by policemen
    policewomen tribesmen gunmen firemen fishermen cameramen seamen businessmen businesswomen lawmakers parents
    prosecutors rivals critics allies experts insiders clergy elders nationals expatriates expats rescuers
    responders victims inhabitants townspeople townsfolk spokesmen spokeswomen spokespeople wives newspapers media
    press outlets reports rumours rumors tribes nurses colleagues dealers intermediaries monitors teams circles
    quarters states countries nations powers websites
    """
)
"""Plurals that -s does not make, and collectives that nobody in particular speaks for."""

RANKS_AND_TITLES = _words(
    """
    mr mrs ms miss mx dr prof professor doctor sir lord lady dame baron baroness count countess king queen prince
    princess emperor sultan emir sheikh sheik shaikh shah duke duchess pope archbishop bishop cardinal patriarch
    father brother sister mother reverend rev pastor imam mullah maulana ayatollah rabbi deacon monsignor swami
    general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal cpl private admiral adm
    commodore brigadier brig marshal commander cmdr commandant officer inspector superintendent constable detective
    sheriff chief president vice-president vice premier prime minister deputy secretary secretary-general
    undersecretary under-secretary-general undersecretary-general governor mayor senator sen congressman
    congresswoman representative rep councillor councilor mp mep chancellor ambassador envoy consul commissioner
    judge justice magistrate attorney lawyer counsel prosecutor spokesman spokeswoman spokesperson chairman
    chairwoman chairperson chair director director-general head leader speaker coach analyst economist activist
    resident villager nurse teacher journalist correspondent reporter editor student farmer witness author expert
    scientist researcher adviser advisor aide official coordinator co-ordinator founder co-founder cofounder manager
    executive ceo candidate delegate negotiator warlord cleric comrade senor señor señora monsieur madame herr frau
    doña haji hajji hodja ex-president ex-minister co-director rear staff foreign interior defence defense finance
    health information education oil energy trade transport special attorney-general high associate assistant acting
    former interim senior opposition lawmaker politician historian pilot vice-chairman warrant-officer petty-officer
    """
)
"""Words that lead to a person's name, in any case."""

PARTICLES = _words(
    """
    al el bin ibn bint abu abd van von der den de del della di da do dos das du la le los las ter ten y e ben bar ap
    af av zu zur und ul ud ur al-din
    """
)
"""Small words inside a person's name."""

NOT_IN_PERSONS = _words(
    """
    human rights free united islamic national international central popular democratic liberation people's peoples
    republic republican state states royal federal global world european african asian american arab north south
    east west northern southern eastern western new red white black green blue golden first second great city county
    province region district street square road avenue bridge river lake mount mountain island islands bay gulf sea
    ocean valley desert camp airport harbour harbor house watch press media online digital today times news radio tv
    channel army navy force forces police front brigade brigades movement party union council ministry department
    office embassy university college institute hospital school church bank group company inc ltd plc corp ag
    society association committee commission agency service authority centre center court parliament congress senate
    assembly board bureau network alliance coalition league federation foundation trust fund programme program
    project organisation organization observatory monitor watchdog crescent cross helmets doctors reporters workers
    mothers friends sons daughters women youth students journalists lawyers citizens veterans farmers teachers
    engineers action aid relief development peace freedom justice security defence defense health education
    environment climate energy oil gas water food research studies affairs relations cooperation unity resistance
    revolution revolutionary guards guard corps command operation treasury reserve supreme high constitutional
    electoral election elections civil public social economic economics political labour labor conservative liberal
    socialist communist christian muslim jewish orthodox catholic protestant air land space january february april
    june july august september october november december monday tuesday wednesday thursday friday saturday sunday
    the his her its their our this that these those capital holdings partners technologies systems airlines airways
    motors industries steel foods pharma pharmaceuticals labs records tribune post herald gazette mercury chronicle
    courier daily weekly review star sun mirror observer guardian standard
    """
)
"""Words that no person's name holds."""

OFFICES = _words(
    """
    president premier minister chancellor governor mayor ambassador envoy commissioner chief head director chairman
    chairwoman secretary secretary-general king queen emir sultan pope patriarch speaker leader commander prosecutor
    ombudsman attorney coroner sheriff rector dean manager captain chairperson chair superintendent undersecretary
    prince princess archbishop bishop abbot judge principal coach lawyer wife husband mother father son daughter
    brother sister widow coordinator founder owner general negotiator rapporteur representative editor
    prime-minister
    """
)
"""People who are known by their office: "the mayor of Riga" is one person, though not named."""

SPOKES = _words(
    """
    spokesman spokeswoman spokesperson spokespeople spokesmen spokeswomen mouthpiece
    """
)

MEASURES = _words(
    """
    size age rank weight height length width depth ability abilities capacity need needs taste tastes income wealth
    gender sex seniority order colour color type kind category severity distance merit merits alphabet region area
    preference preferences means demand availability circumstance circumstances season weather mood convenience
    nature grade class origin status position location number numbers amount degree extent level levels performance
    duration frequency value price quality quantity proportion ratio share speed strength temperature time usage
    wish wishes whim whims conscience belief beliefs occasion situation condition conditions skill skills talent
    pattern criteria criterion definition scale terms term ease priority urgency complexity shape
    """
)
"""What things are measured or arranged by: never a source."""

CUSTOMS = _words(
    """
    tradition traditions custom customs legend legends folklore myth lore fashion habit etiquette convention
    conventions superstition fable rite rites ritual wisdom usage stereotype principle principles logic reason
    instinct
    """
)
"""What everybody is held to know or do: never a source."""

PLANS = _words(
    """
    plan plans schedule timetable protocol procedure procedures script recipe programme instructions rules rule
    regulations specification specifications design tradition form formula rota roster routine expectation
    expectations practice arrangement calendar orders agenda law need scripture type
    """
)
"""What things go by: no source without an article ("according to plan"), a document with one."""
