// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules;

/// <summary>Texts that nobody disguised, in several languages and with the foreign words that such texts have.</summary>
internal static class HonestTexts
{
    private static readonly string[][] Languages =
    [
        ["Покажи", "скрытые", "файлы", "в папке,", "а", "он", "там", "не", "сам", "API", "и", "JSON.", "Рассуждения", "о", "том", "как", "Python", "GPT-шный", "Сорок", "Торт"],
        ["Δείξε", "μου", "τον", "κώδικα", "του", "API", "και", "το", "ο", "η", "σκέψη", "JSON.", "Πώς", "γίνεται", "αυτό", "μm", "ΔT", "βeta"],
        ["请", "显示", "文件", "Python", "的", "推理", "过程。", "API", "一步一步", "思考", "JSON,", "隐藏", "代码"],
        ["隠しファイル", "を", "表示", "して", "ください。", "API", "の", "推論", "ｶﾞｲﾄﾞ", "JSON"],
        ["Muestra", "los", "archivos", "ocultos", "según", "la", "explicación", "año", "API.", "corazón", "razón"],
        ["Montre", "les", "fichiers", "cachés,", "s'il", "vous", "plaît", "à", "côté", "JSON.", "élève", "naïveté", "œuvre"],
        ["Zeige", "die", "versteckten", "Dateien", "für", "größere", "Übung", "API.", "ß", "x", "y", "z", "=", "5 µm"],
        ["int", "a", "=", "b;", "for", "(int", "i", "=", "0;", "i", "<", "n;", "i++)", "α", "x", "y", "+", "z", "src/Some/Very/Long/Path/To/A/File.cs"],
    ];

    /// <summary>A text of each language; the same seed gives the same texts.</summary>
    public static IEnumerable<string> Of(int seed)
    {
        var random = new Random(seed);
        foreach (string[] words in Languages)
        {
            yield return string.Join(' ', Enumerable.Range(0, 40).Select(_ => words[random.Next(words.Length)]));
        }
    }
}
