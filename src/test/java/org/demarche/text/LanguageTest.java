package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageTest {
    private final Language language = new Language();

    @Test
    void otherLanguagesAreTold() {
        assertThat(
                        language.otherThanEnglish(
                                "La ministre des Affaires étrangères a rencontré lundi les envoyés du Pérou à Genève. "
                                        + "Selon un porte-parole, les discussions ont été franches, mais aucun accord n'a été trouvé sur la pêche."))
                .contains("fra");
        assertThat(
                        language.otherThanEnglish(
                                "Der Botschafter wurde am Montag in das Auswärtige Amt einbestellt. Die Regierung in Lima "
                                        + "erklärte, sie werde auf die Ausweisung der beiden Diplomaten in gleicher Weise antworten."))
                .contains("deu");
        assertThat(
                        language.otherThanEnglish(
                                "Министерство иностранных дел в понедельник вызвало посла Норвегии и выразило решительный "
                                        + "протест в связи с высылкой двух дипломатов, сообщил представитель министерства."))
                .contains("rus");
    }

    @Test
    void newsInEnglishIsEnglish() {
        assertThat(
                        language.otherThanEnglish(
                                "Norway expelled two diplomats of Peru on Monday. Officials said that the decision was "
                                        + "a response to the arrest of eleven sailors in Lima, which the ministry called unlawful."))
                .isEmpty();
    }

    @Test
    void shortTextIsNotJudged() {
        assertThat(language.otherThanEnglish("Aydar, Öztürk, Yılmaz")).isEmpty();
        assertThat(language.otherThanEnglish("")).isEmpty();
    }

    @Test
    void namesOfManyTonguesDoNotMakeANewsStoryForeign() {
        assertThat(
                        language.otherThanEnglish(
                                "Recep Tayyip Erdogan, Mette Frederiksen, Kyriakos Mitsotakis, Ulf Kristersson, Viktor Orban, "
                                        + "Pedro Sanchez, Giorgia Meloni, Sauli Niinisto, Andrzej Duda and Klaus Iohannis met in Vilnius "
                                        + "on Tuesday to discuss aid, arms, money, borders, trade, energy and grain."))
                .isEmpty();
    }
}
