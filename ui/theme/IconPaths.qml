pragma Singleton

// Made from assets/icons by make_icon_paths.py.

import QtQuick

QtObject {
    readonly property var of: ({
            "access": "M16 3 A2.6 2.6 0 1 0 16.01 3 M4 11 L13 13 H19 L28 11 M13 13 V20 L10 30 M19 13 V20 L22 30 M13 20 H19",
            "again": "M26 16 A10 10 0 1 1 22 8 M26 3 V10 H19",
            "back": "M27 16 H6 M15 7 L6 16 L15 25",
            "bell": "M5 23 H27 L24 19 V13 A8 8 0 0 0 8 13 V19 Z M13 27 H19",
            "bigger": "M4 17 H15 V28 H4 Z M19 4 H28 V13 M28 4 L18 14",
            "bolt": "M18 3 L7 18 H15 L13 29 L25 13 H17 Z",
            "card": "M3 7 H29 V25 H3 Z M3 13 H29",
            "clock": "M16 3 A13 13 0 1 0 16.01 3 M16 8 V16 L22 20",
            "close": "M6 6 L26 26 M26 6 L6 26",
            "door": "M7 3 H25 V29 H7 Z M20 14 V18",
            "dooropen": "M13 4 H27 V28 H13 Z M13 4 L4 8 V31 L13 28",
            "dropoff": "M12 4 H28 V28 H12 M3 16 H21 M15 10 L21 16 L15 22",
            "empty": "M5 5 H27 V27 H5 Z",
            "erase": "M11 6 H29 V26 H11 L3 16 Z M15 11 L24 21 M24 11 L15 21",
            "eye": "M2 16 Q16 0 30 16 Q16 32 2 16 Z M16 12 A4 4 0 1 0 16.01 12",
            "keypad": "M5 5 H9 V9 H5 Z M14 5 H18 V9 H14 Z M23 5 H27 V9 H23 Z M5 14 H9 V18 H5 Z M14 14 H18 V18 H14 Z M23 14 H27 V18 H23 Z M14 23 H18 V27 H14 Z",
            "language": "M16 3 A13 13 0 1 0 16.01 3 M3 16 H29 M16 3 C8 10 8 22 16 29 C24 22 24 10 16 3",
            "lock": "M6 14 H26 V28 H6 Z M10 14 V10 A6 6 0 0 1 22 10 V14",
            "lower": "M16 3 V18 M9 11 L16 18 L23 11 M4 23 H28 V29 H4 Z",
            "more": "M4 4 H13 V13 H4 Z M19 4 H28 V13 H19 Z M4 19 H13 V28 H4 Z M19 19 H28 V28 H19 Z",
            "next": "M5 16 H26 M17 7 L26 16 L17 25",
            "ok": "M4 17 L12 25 L28 8",
            "parcel": "M5 10 L16 5 L27 10 V23 L16 28 L5 23 Z M5 10 L16 15 L27 10 M16 15 V28 M10.5 7.5 L21.5 12.5",
            "phone": "M7 3 L13 3 L14.5 10 L11 13 A16 16 0 0 0 19 21 L22 17.5 L29 19 V25 L25 29 A24 24 0 0 1 3 7 Z",
            "pickup": "M4 28 V4 H20 V28 M9 20 H28 M22 14 L28 20 L22 26",
            "print": "M9 12 V3 H23 V12 M9 22 H4 V12 H28 V22 H23 M9 18 H23 V29 H9 Z M13 23 H19",
            "question": "M16 3 A13 13 0 1 0 16.01 3 M12 12.5 A4 4 0 1 1 16.8 16.3 Q16 16.8 16 19 M16 21.5 V24",
            "receipt": "M7 3 H25 V29 L21 26 L16 29 L11 26 L7 29 Z M12 10 H20 M12 16 H20",
            "return": "M27 26 H11 A8 8 0 0 1 11 10 H26 M20 4 L26 10 L20 16",
            "scan": "M3 10 V3 H10 M22 3 H29 V10 M29 22 V29 H22 M10 29 H3 V22 M3 16 H29",
            "send": "M4 16 H27 M18 7 L27 16 L18 25 M4 9 V23",
            "shift": "M16 3 L28 16 H21 V28 H11 V16 H4 Z",
            "smaller": "M4 17 H15 V28 H4 Z M28 4 L18 14 M18 5 V14 H27",
            "stop": "M10 3 H22 L29 10 V22 L22 29 H10 L3 22 V10 Z M11 11 L21 21 M21 11 L11 21",
            "store": "M6 14 H26 V28 H6 Z M10 14 V10 A6 6 0 0 1 22 10 V14 M16 19 V23",
            "tool": "M20 4 A7 7 0 0 0 13 13 L4 22 L10 28 L19 19 A7 7 0 0 0 28 12 L23 14 L18 9 Z",
            "truck": "M2 7 H19 V23 H2 Z M19 12 H25 L30 17 V23 H19 M8 23 A3 3 0 1 0 8.01 23 M24 23 A3 3 0 1 0 24.01 23",
            "warn": "M16 4 L30 28 H2 Z M16 13 V20 M16 22.5 V25",
            "you": "M16 3 A5 5 0 1 0 16.01 3 M6 29 V24 Q6 17 16 17 Q26 17 26 24 V29"
        })
}
