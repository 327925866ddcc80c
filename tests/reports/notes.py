"""Notes of three months, as supervisors write them: date, minutes, form, reader, text, agreed."""

from ca_desktop.domain.entries import GuidanceForm, Visibility

NOTES = (
    (
        "2026-03-04",
        20,
        GuidanceForm.WORK_INSTRUCTION,
        Visibility.REPORT,
        "Ik heb de werkkaart voor het scheiden van kabels voorgedaan. Anwar deed het daarna twee "
        "keer na. De tweede keer ging het zonder hulp.",
        "Anwar oefent deze week elke dag met de werkkaart.",
    ),
    (
        "2026-03-18",
        30,
        GuidanceForm.PROGRESS_TALK,
        Visibility.REPORT,
        "We bespraken de eerste weken. Anwar zegt dat het tempo goed is. Hij wil meer leren over "
        "elektrische apparaten.",
        "Vanaf april één ochtend per week bij repareren.",
    ),
    (
        "2026-03-25",
        15,
        GuidanceForm.LANGUAGE,
        Visibility.REPORT,
        "Woorden van het gereedschap geoefend met foto's. Hij kent er nu 22 van de 30.",
        "",
    ),
    (
        "2026-04-08",
        10,
        GuidanceForm.PHONE,
        Visibility.INTERNAL,
        "Gebeld met de huisbaas over de bus; dit hoort niet in een verslag.",
        "",
    ),
    (
        "2026-04-15",
        45,
        GuidanceForm.THREE_WAY_TALK,
        Visibility.REPORT,
        "Gesprek met de klantmanager. Anwar vertelde zelf over zijn werk en liet een gerepareerde "
        "broodrooster zien.",
        "De klantmanager zoekt uit of hij het VCA-examen kan doen.",
    ),
    (
        "2026-04-29",
        20,
        GuidanceForm.WORK_INSTRUCTION,
        Visibility.PARTICIPANT,
        "Je hebt vandaag zelf gezien dat het snoer los zat. Goed dat je eerst de stekker eruit "
        "haalde.",
        "",
    ),
    (
        "2026-05-13",
        25,
        GuidanceForm.INCIDENT,
        Visibility.REPORT,
        "Kleine snee in de duim bij het openmaken van een kast. Pleister geplakt, werk ging door.",
        "Voortaan snijbestendige handschoenen bij scherpe randen.",
    ),
    (
        "2026-05-27",
        40,
        GuidanceForm.EVALUATION,
        Visibility.REPORT,
        "Evaluatie van het eerste half jaar. Komt op tijd en meldt zich af. Hij vraagt nu zelf om "
        "hulp.",
        "Nieuwe doelen in juni, samen met de klantmanager.",
    ),
)
