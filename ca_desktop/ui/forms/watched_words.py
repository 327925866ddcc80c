"""What the kit's watcher looks for in forms: words about health and offences, and a BSN."""

from ca_desktop.domain.word_watch import word_watch
from ca_desktop.i18n import current_language
from ca_desktop.ui.kit.watch import Finding


def watched_words(text: str) -> list[Finding]:
    """What is better left out of this text, in the language of the window."""
    language = current_language()
    return [
        Finding(
            word=one.word,
            why=one.reason.why.in_(language),
            instead=one.reason.instead.in_(language),
        )
        for one in word_watch().sightings(text)
    ]
