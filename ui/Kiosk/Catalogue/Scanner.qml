import QtQuick

// Tells a scanner from somebody typing: a scanner types a whole number faster than fingers can, and then Enter.
QtObject {
    id: scanner

    // Milliseconds between two keys of a scanner, at most
    property int gap: 80

    // What came in one go, and when the last of it came
    property string burst
    property real last: 0
    property int length: 0

    // The line was edited and is this now
    function heard(text: string) {
        const now = Date.now(), added = text.length - length;
        burst = added > 0 && now - last < gap ? burst + text.slice(-added) : text.slice(-1);
        length = text.length;
        last = now;
    }
    // Enter came: the number that was scanned, or typed as the whole line; else ""
    function number(text: string): string {
        const scanned = Date.now() - last < 5 * gap ? burst : "";
        last = 0;
        return [scanned, text].map(each => each.replace(/[\s-]/g, "").toUpperCase()).find(each => /^(\d{8}|\d{9}[\dX]|\d{12,14})$/.test(each)) ?? "";
    }
}
