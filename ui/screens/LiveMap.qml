import QtQuick
import KioskCore
import ui.controls

// The live map of this very bank.
ServiceMap {
    id: root

    required property BankModel bank
    required property ServiceMapModel map

    doors: map
    counts: map.counts
    bankWidth: bank.width
    bankHeight: bank.height
    screen: Qt.rect(bank.screen.x, bank.screen.y, bank.screen.width, bank.screen.height)
}
