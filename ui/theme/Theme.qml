pragma Singleton

import QtQuick

QtObject {
    id: root

    // Set once at start, from the configuration and the session.
    property real mm: 4.032             // pixels in one millimetre of the real panel
    property string mode: "light"       // light, dark, contrast
    property bool portrait: true
    property bool mirrored: false
    property bool calm: false           // reduced motion
    property bool low: false            // low reach: what is touched slides down
    property bool masked: false         // for a screenshot: no camera picture, no typed signs
    property real zoom: 1               // large text: 1.25 brings every x-height to 4.4 mm
    property string family: "Atkinson Hyperlegible Next"

    readonly property ColorSet colors: mode === "contrast" ? contrast : mode === "dark" ? dark : light

    readonly property color paper: "#ffffff"    // under printed codes, corners over the camera picture
    readonly property color dots: "#000000"    // a printed code
    readonly property FigureColors figure: FigureColors {
        wall: root.mode === "contrast" ? "#000000" : "#0c2733"
        door: root.mode === "contrast" ? "#000000" : "#1f4658"
        seam: root.mode === "contrast" ? "#ffffff" : "#0c2733"
    }

    // Type, em in millimetres. Atkinson: x-height 0.496 em, capitals 0.668 em.
    readonly property real least: 6.1 * mm      // one long word may shrink to this: x-height 3 mm
    readonly property real small: 7.2 * mm * zoom
    readonly property real body: (portrait ? 9 : 7.8) * mm * zoom
    readonly property real act: (portrait ? 12 : 9.4) * mm * zoom
    readonly property real title: (portrait ? 19 : 12) * mm
    readonly property real digit: (portrait ? 15 : 12) * mm
    readonly property real number: (portrait ? 96 : 37) * mm

    // Space: one step is 1.5 mm.
    readonly property real step: 1.5 * mm
    readonly property real gap: (portrait ? 3 : 2.2) * mm
    readonly property real edge: (portrait ? 11 : 4.2) * mm     // above and below the page
    readonly property real margin: (portrait ? 12 : 7) * mm
    readonly property real inset: (portrait ? 7 : 5) * mm

    // Size of what is touched.
    readonly property real touch: 15.2 * mm
    readonly property real key: (portrait ? 30 : 20.2) * mm
    readonly property real bar: (portrait ? 34 : 16.4) * mm
    readonly property real icon: (portrait ? 11 : 8.4) * mm

    // Line and shape.
    readonly property real hair: Math.max(2, 0.5 * mm)
    readonly property real rule: Math.max(3, 0.9 * mm)
    readonly property real radius: 1.6 * mm

    // Motion, in milliseconds.
    readonly property int press: calm ? 0 : 80
    readonly property int turn: calm ? 0 : 180
    readonly property int swing: calm ? 0 : 420
    readonly property int beat: 1200

    readonly property ColorSet light: ColorSet {
        page: "#f6f4ee"
        sill: "#e7e3d8"
        card: "#ffffff"
        ink: "#0c2733"
        soft: "#2e4551"
        edge: "#4d6571"
        main: "#0c2733"
        onMain: "#ffffff"
        wall: "#0c2733"
        onWall: "#ffffff"
        softOnWall: "#bfd0d6"
        door: "#1f4658"
        doorEdge: "#6f97a8"
        lamp: "#ffc81f"
        lampShade: "#c98f00"
        onLamp: "#0c2733"
        good: "#0a5c36"
        bad: "#a3160f"
        goodOnWall: "#7fe0a8"
        badOnWall: "#ffa694"
        focus: "#0a54c4"
    }
    readonly property ColorSet dark: ColorSet {
        page: "#10191e"
        sill: "#1a262d"
        card: "#1d2b33"
        ink: "#f4f1e8"
        soft: "#bccad0"
        edge: "#8fa5b0"
        main: "#f4f1e8"
        onMain: "#0b171d"
        wall: "#05090c"
        onWall: "#f4f1e8"
        softOnWall: "#b4c3ca"
        door: "#1b2d37"
        doorEdge: "#6f8b99"
        lamp: "#ffc81f"
        lampShade: "#a87800"
        onLamp: "#0b171d"
        good: "#7fe0a8"
        bad: "#ffa694"
        goodOnWall: "#7fe0a8"
        badOnWall: "#ffa694"
        focus: "#6db4ff"
    }
    readonly property ColorSet contrast: ColorSet {
        page: "#000000"
        sill: "#000000"
        card: "#000000"
        ink: "#ffffff"
        soft: "#ffffff"
        edge: "#ffffff"
        main: "#ffffff"
        onMain: "#000000"
        wall: "#000000"
        onWall: "#ffffff"
        softOnWall: "#ffffff"
        door: "#000000"
        doorEdge: "#ffffff"
        lamp: "#ffe600"
        lampShade: "#000000"
        onLamp: "#000000"
        good: "#8dff9e"
        bad: "#ffb4a8"
        goodOnWall: "#8dff9e"
        badOnWall: "#ffb4a8"
        focus: "#4dd2ff"
    }
}
