import QtQuick

// The keys of the text keyboard by language: a new language needs its entry here, and no more.
// Three rows of at most eleven keys each; without "shifted" the capitals of the same letters show.
QtObject {
    readonly property string latin: "en"
    readonly property var of: ({
            "en": {
                "name": "abc",
                "rows": ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
            },
            "ar": {
                "name": "ع",
                "rows": ["ضصثقفغعهخحج", "شسيبلاتنمكط", "ذءؤرىةوزظد"],
                "shifted": ["أإآٱئؤءىة", "پچژگڤڭ", "ـ،؛؟"]
            }
        })
    readonly property string digits: "1234567890"
    readonly property var symbols: ["@._-+!#$%&", "*/\\=?^~|", "()[]{}<>:;", "\"'`,§€£¥"]

    // The language's own letters, where it has others than the Latin ones.
    function other(language: string): string {
        return language !== latin && of[language] !== undefined ? language : "";
    }

    function rows(language: string, shifted: bool): list<string> {
        const layout = of[language] ?? of[latin];
        if (!shifted)
            return layout.rows;
        return layout.shifted ?? layout.rows.map(row => row.toUpperCase());
    }
}
