import QtQuick
import QtQuick.Controls.Basic
import ui.theme

// Whatever can be touched: acts on release, takes the focus by key only, and Enter acts on it.
AbstractButton {
    id: root

    property string spoken: text

    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: spoken
    Keys.onReturnPressed: event => event.isAutoRepeat || root.click()
    Keys.onEnterPressed: event => event.isAutoRepeat || root.click()
}
