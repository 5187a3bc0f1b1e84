import QtQuick
import KioskCore
import ui.controls

// The map of this very bank.
LockerMap {
    id: root

    required property BankModel bank

    doors: bank
    bankWidth: bank.width
    bankHeight: bank.height
    screen: Qt.rect(bank.screen.x, bank.screen.y, bank.screen.width, bank.screen.height)
}
