// SPDX-License-Identifier: MIT

namespace DistillGuard.Text;

/// <summary>Letters that differ by an accent, a stroke or their width only, and count as one.</summary>
/// <remarks>
/// A list and not Unicode normalisation, because .NET leaves that undone where it runs without ICU, and hashes must agree everywhere.
/// Accents written as characters of their own are passed over by the reader, so both ways to write a letter agree.
/// </remarks>
internal static class LetterFolding
{
    private const int WidthOffset = 0xFEE0;

    private static readonly string[] Families =
    [
        "aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ",
        "bḃḅḇ",
        "cçćĉċčḉ",
        "dďđḋḍḏḑḓ",
        "eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ",
        "fḟ",
        "gĝğġģǧǵḡ",
        "hĥħȟḣḥḧḩḫẖ",
        "iìíîïĩīĭįıİǐȉȋḭḯỉị",
        "jĵǰ",
        "kķǩḱḳḵ",
        "lĺļľłḷḹḻḽ",
        "mḿṁṃ",
        "nñńņňǹṅṇṉṋ",
        "oòóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ",
        "pṕṗ",
        "rŕŗřȑȓṙṛṝṟ",
        "sśŝşšșṡṣṥṧṩ",
        "tţťŧțṫṭṯṱẗ",
        "uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
        "vṽṿ",
        "wŵẁẃẅẇẉẘ",
        "xẋẍ",
        "yýÿŷȳẏẙỳỵỷỹ",
        "zźżžẑẓẕ",
        "æǣǽ",
        "αάἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ",
        "εέἐἑἒἓἔἕὲέ",
        "ηήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ",
        "ιΐίϊἰἱἲἳἴἵἶἷὶίῐῑῒΐῖῗ",
        "οόὀὁὂὃὄὅὸό",
        "ρῤῥ",
        "σς",
        "υΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ",
        "ωώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ",
        "аӑӓ",
        "гѓ",
        "еѐёӗ",
        "жӂӝ",
        "зӟ",
        "ийѝӣӥ",
        "кќ",
        "оӧ",
        "уўӯӱӳ",
        "чӵ",
        "ыӹ",
        "эӭ",
        "ії",
        "әӛ",
        "өӫ",
        "\u0627\u0622\u0623\u0625\u0671", // alef
        "\u0648\u0624", // waw
        "\u064A\u0626\u0649\u06CC", // yeh, Arabic and Persian
        "\u0643\u06A9", // kaf, Arabic and Persian
    ];

    // Kana by their plain form; each is followed by its voiced and half-voiced forms.
    private const string Kana =
        "うゔ かが きぎ くぐ けげ こご さざ しじ すず せぜ そぞ ただ ちぢ つづ てで とど はばぱ ひびぴ ふぶぷ へべぺ ほぼぽ ゝゞ "
        + "ウヴ カガ キギ クグ ケゲ コゴ サザ シジ スズ セゼ ソゾ タダ チヂ ツヅ テデ トド ハバパ ヒビピ フブプ ヘベペ ホボポ ワヷ ヰヸ ヱヹ ヲヺ ヽヾ";

    private const char FirstHalfWidth = '\uFF66';
    private const string HalfWidth = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

    /// <summary>Folds the letters of a table that holds every letter in lower case.</summary>
    public static void Fold(ushort[] letters)
    {
        for (char value = '\uFF21'; value <= '\uFF5A'; value++)
        {
            letters[value] = letters[value] == LetterTable.None ? LetterTable.None : letters[value - WidthOffset];
        }

        for (int i = 0; i < HalfWidth.Length; i++)
        {
            letters[FirstHalfWidth + i] = HalfWidth[i];
        }

        foreach (string family in Families)
        {
            Unite(letters, family);
        }

        foreach (string family in Kana.Split(' '))
        {
            Unite(letters, family);
        }

        FoldCapitals(letters);
    }

    private static void Unite(ushort[] letters, string family)
    {
        foreach (char member in family)
        {
            letters[member] = family[0];
        }
    }

    // A capital's entry is its small letter, which may have been folded itself.
    private static void FoldCapitals(ushort[] letters)
    {
        for (int value = 0; value < letters.Length; value++)
        {
            letters[value] = letters[value] >= LetterTable.FirstLetter ? letters[letters[value]] : letters[value];
        }
    }
}
