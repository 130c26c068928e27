"""Several voices on one text: who has a switch, and which notes go with it."""

from __future__ import annotations

from lxml import html

from generator.model import Output, Reading, Role
from tests.render.samples import note, page, publish, reading

WORDS = "One two three four five six seven eight nine ten."


def spoken(*voices: str) -> Reading:
    """A reading with one note for each voice, each on a word of its own."""
    words = WORDS.split()
    return reading(
        [(Role.TITLE, "Voices"), (Role.PARAGRAPH, WORDS)],
        [note(f"n{index}", words[index], by=by) for index, by in enumerate(voices)],
    )


def _switches(outputs: tuple[Output, ...]) -> list[str]:
    tree = html.fromstring(page(outputs).encode())
    return [" ".join(each.text_content().split()) for each in tree.xpath("//*[@class='voices']//label")]


def test_one_voice_has_nothing_to_switch() -> None:
    for alone in (spoken("", ""), spoken("Ida", "Ida")):
        outputs = publish(alone)
        assert _switches(outputs) == []
        assert "voice-" not in page(outputs)


def test_each_voice_has_a_switch_with_its_count_and_the_editor_comes_first() -> None:
    assert _switches(publish(spoken("Zoë", "", "Ben", "Ben"))) == ["Class 10b (1)", "Ben (2)", "Zoë (1)"]


def test_many_voices_beside_the_editor_s_are_also_switched_together() -> None:
    names = [f"Pupil {letter}" for letter in "ABCDEF"]
    assert _switches(publish(spoken("", *names)))[:2] == ["Class 10b (1)", "6 others (6)"]
    assert _switches(publish(spoken(*names, "Pupil G")))[0] == "Pupil A (1)"


def test_a_note_its_number_and_its_mark_carry_the_class_of_the_voice() -> None:
    tree = html.fromstring(page(publish(spoken("Ida", "Ben"))).encode())
    for name, voice in (("n0", "voice-2"), ("n1", "voice-1")):
        for id_ in (name, f"r-{name}", f"q-{name}"):
            assert voice in str(tree.get_element_by_id(id_).get("class")).split()


def test_words_under_two_voices_belong_to_neither() -> None:
    both = reading(
        [(Role.TITLE, "Voices"), (Role.PARAGRAPH, WORDS)],
        [note("a", "two three", by="Ida"), note("b", "two three", by="Ben")],
    )
    tree = html.fromstring(page(publish(both)).encode())
    assert tree.get_element_by_id("q-a").getroottree().xpath("//mark[@data-notes]/@class") == []


def test_the_style_has_a_rule_for_every_switch_of_every_reading() -> None:
    def style(*readings: Reading) -> str:
        return page(publish(*readings), "assets/style.css")

    assert "#page-voice-" not in style(spoken("Ida"))
    three = style(spoken("Ida", "Ben", "Zoë"))
    assert all(f"#page-voice-{number}:" in three for number in (1, 2, 3))
    assert "#page-voice-4:" not in three


def test_a_voice_cannot_bring_markup() -> None:
    assert "<img" not in page(publish(spoken('"><img src=x>', "Ben")))
