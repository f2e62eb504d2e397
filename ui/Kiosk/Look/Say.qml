pragma Singleton
import QtQuick

// What is said the same way everywhere: times, days, durations, lists, languages. Dates are JavaScript dates.
QtObject {
    id: say

    // ISO 639-1, and the wall clock of the branch to the minute; Main.qml sets both
    property string locale: "nl"
    property date now

    readonly property bool rightToLeft: locale === "ar"
    // Languages in their own words and script, for choosing one
    readonly property var ownNames: ({
            "nl": "Nederlands",
            "en": "English",
            "ar": "العربية",
            "tr": "Türkçe",
            "pl": "Polski",
            "uk": "Українська",
            "fr": "Français",
            "de": "Deutsch",
            "es": "Español"
        })
    // Between facts that stand beside each other: "Multatuli, 1860"
    //: Between facts that stand beside each other, with its space. Arabic: "، "
    readonly property string comma: qsTr(", ")

    // "14.07"
    function time(moment: date): string {
        //: How a time of day is written; HH hours, mm minutes. English: "HH:mm"
        return known(moment) ? Qt.formatTime(moment, qsTr("HH.mm")) : "";
    }
    // "14.07 uur"
    function hour(moment: date): string {
        //: A time of day in a sentence; %1 is "14.07". English: "%1"
        return known(moment) ? qsTr("%1 uur").arg(time(moment)) : "";
    }
    // "woensdag 18 november"
    function day(moment: date): string {
        //: A day in full; %1 weekday, %2 day of the month, %3 month
        return known(moment) ? qsTr("%1 %2 %3").arg(weekday(moment)).arg(moment.getDate()).arg(month(moment)) : "";
    }
    // "18 november"
    function dayOfYear(moment: date): string {
        //: A day without its weekday; %1 day of the month, %2 month
        return known(moment) ? qsTr("%1 %2").arg(moment.getDate()).arg(month(moment)) : "";
    }
    // "vandaag", "morgen", "woensdag 18 november"
    function dayFrom(moment: date, now: date): string {
        const away = daysBetween(now, moment);
        //: A day, in lower case as in the middle of a sentence
        return away === 0 ? qsTr("vandaag") : away === 1 ? qsTr("morgen") : day(moment);
    }
    // "woensdag"
    function weekday(moment: date): string {
        return known(moment) ? Qt.locale(locale).dayName(moment.getDay(), Locale.LongFormat) : "";
    }
    // "november"
    function month(moment: date): string {
        return known(moment) ? Qt.locale(locale).monthName(moment.getMonth(), Locale.LongFormat) : "";
    }
    // Midnights between the two
    function daysBetween(first: date, second: date): int {
        const midnight = moment => Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate());
        return Math.round((midnight(second) - midnight(first)) / 86400000);
    }
    // "38 minuten", "2 uur", "2 uur en 10 minuten"
    function duration(minutes: int): string {
        const hours = Math.floor(minutes / 60), rest = minutes % 60;
        //: A length of time
        const restWords = qsTr("%n minuut/minuten", "", rest);
        if (hours === 0)
            return restWords;
        //: A length of time
        const hourWords = qsTr("%n uur", "", hours);
        //: A length of time; %1 is "2 uur", %2 is "10 minuten"
        return rest === 0 ? hourWords : qsTr("%1 en %2").arg(hourWords).arg(restWords);
    }
    // "nog 38 minuten"
    function left(minutes: int): string {
        //: The time that is left; %1 is "38 minuten"
        return qsTr("nog %1").arg(duration(minutes));
    }
    // "gegevens van 10.42 uur", "gegevens van 17 november"
    function asOf(moment: date): string {
        if (!known(moment))
            return "";
        //: How old what is shown is; %1 is "10.42 uur", or "17 november" when that was not today
        return qsTr("gegevens van %1").arg(daysBetween(moment, now) ? dayOfYear(moment) : hour(moment));
    }
    // The same while central cannot be reached; "" while it can
    function ageAlone(online: bool, synced: date): string {
        return online ? "" : asOf(synced);
    }
    // "a, b en c"
    function list(things: var): string {
        if (things.length < 2)
            return things.join("");
        //: Between the things of a list that ends in "en", with its spaces. Arabic: " و"
        const before = things.slice(0, -1).join(qsTr(", ", "list"));
        //: The end of a list; %1 is "tafels, computers", %2 is "kamers"
        return qsTr("%1 en %2", "list").arg(before).arg(things[things.length - 1]);
    }
    // The words in the visitor's language, or in Dutch, which is always there
    function words(map: var): string {
        return map ? map[locale] || map["nl"] || "" : "";
    }
    // Whether a view-model had a moment to give
    function known(moment: var): bool {
        return moment !== undefined && moment !== null && !isNaN(moment);
    }
    // A word with a capital, as at the start of a sentence
    function capital(text: string): string {
        return text.charAt(0).toLocaleUpperCase() + text.slice(1);
    }
    // The name of a language by its code, ISO 639-1 or 639-2 (both the bibliographic and the terminologic one)
    function language(code: string): string {
        switch (code) {
        case "nl":
        case "dut":
        case "nld":
            return qsTr("Nederlands");
        case "en":
        case "eng":
            return qsTr("Engels");
        case "de":
        case "ger":
        case "deu":
            return qsTr("Duits");
        case "fr":
        case "fre":
        case "fra":
            return qsTr("Frans");
        case "es":
        case "spa":
            return qsTr("Spaans");
        case "it":
        case "ita":
            return qsTr("Italiaans");
        case "pt":
        case "por":
            return qsTr("Portugees");
        case "ar":
        case "ara":
            return qsTr("Arabisch");
        case "tr":
        case "tur":
            return qsTr("Turks");
        case "pl":
        case "pol":
            return qsTr("Pools");
        case "uk":
        case "ukr":
            return qsTr("Oekraïens");
        case "ru":
        case "rus":
            return qsTr("Russisch");
        case "ro":
        case "rum":
        case "ron":
            return qsTr("Roemeens");
        case "bg":
        case "bul":
            return qsTr("Bulgaars");
        case "hu":
        case "hun":
            return qsTr("Hongaars");
        case "el":
        case "gre":
        case "ell":
            return qsTr("Grieks");
        case "la":
        case "lat":
            return qsTr("Latijn");
        case "fy":
        case "fry":
            return qsTr("Fries");
        case "af":
        case "afr":
            return qsTr("Afrikaans");
        case "da":
        case "dan":
            return qsTr("Deens");
        case "sv":
        case "swe":
            return qsTr("Zweeds");
        case "no":
        case "nor":
            return qsTr("Noors");
        case "fi":
        case "fin":
            return qsTr("Fins");
        case "fa":
        case "per":
        case "fas":
            return qsTr("Perzisch");
        case "ku":
        case "kur":
            return qsTr("Koerdisch");
        case "so":
        case "som":
            return qsTr("Somalisch");
        case "ti":
        case "tir":
            return qsTr("Tigrinya");
        case "hi":
        case "hin":
            return qsTr("Hindi");
        case "ur":
        case "urd":
            return qsTr("Urdu");
        case "zh":
        case "chi":
        case "zho":
            return qsTr("Chinees");
        case "ja":
        case "jpn":
            return qsTr("Japans");
        case "pap":
            return qsTr("Papiaments");
        case "srn":
            return qsTr("Sranan");
        case "mul":
            return qsTr("Meer talen");
        case "zxx":
            return qsTr("Zonder woorden");
        default:
            return qsTr("Een andere taal");
        }
    }
}
