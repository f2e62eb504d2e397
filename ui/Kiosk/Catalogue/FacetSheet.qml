import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Parts

// The facets where they do not fit beside the titles.
Sheet {
    id: sheet

    required property Catalogue catalogue

    title: qsTr("Kies wat u zoekt")
    firstFocus: done

    FacetList {
        catalogue: sheet.catalogue
        Layout.fillWidth: true
    }
    foot: Press {
        id: done

        //: Button that closes the choices and shows so many titles
        text: qsTr("Toon %n titel(s)", "", sheet.catalogue.total)
        role: "main"
        onPressed: sheet.closed()
    }
}
