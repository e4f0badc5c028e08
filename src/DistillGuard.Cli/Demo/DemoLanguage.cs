// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Demo;

/// <summary>What people write in one language: questions with a gap, and what stands in it.</summary>
/// <param name="Countries">Countries whose customers write so, in the sample.</param>
/// <param name="HoursFromUtc">Hours of their clocks ahead of UTC.</param>
/// <param name="Questions">Sentences with <c>{0}</c>.</param>
/// <param name="Topics">What stands in the gap.</param>
internal sealed record DemoLanguage(
    IReadOnlyList<string> Countries, int HoursFromUtc, IReadOnlyList<string> Questions, IReadOnlyList<string> Topics)
{
    private static readonly DemoLanguage English = new(
        ["US", "GB", "CA", "NG"],
        -5,
        [
            "What should I know about {0} before the weekend?",
            "Write a short, friendly email to my landlord about {0}.",
            "I am new to {0}. Where would you begin?",
            "Explain {0} to a ten-year-old in three sentences.",
            "Give me five ideas for a talk on {0}.",
            "Is it worth paying somebody for {0}, or can I do it myself?",
        ],
        [
            "sourdough bread", "a leaking tap", "index funds", "trail running", "unit tests", "the water cycle", "night photography",
            "a garden in the shade", "noise in the stairwell", "planning a small " +
                "wedding", "second-hand bicycles", "learning the cello",
        ]);

    private static readonly DemoLanguage German = new(
        ["DE", "AT", "CH"],
        1,
        [
            "Was muss ich bei {0} beachten?",
            "Schreibe eine kurze Nachricht an meine Nachbarin wegen {0}.",
            "Erkläre mir {0} in drei einfachen Sätzen.",
            "Welche Kosten entstehen üblicherweise bei {0}?",
        ],
        ["einem Umzug", "der Steuererklärung", "einer Wärmepumpe", "Rückenschmerzen", "einem Hochbeet", "dem Elternabend", "alten Fenstern"]);

    private static readonly DemoLanguage French = new(
        ["FR", "BE", "SN"],
        1,
        [
            "Peux-tu m'aider à préparer {0} ?",
            "Quelles sont les étapes pour {0} ?",
            "Rédige un message poli à propos de {0}.",
        ],
        ["un voyage en train", "une réunion de parents", "un dossier de " +
            "location", "une soupe d'hiver", "un entretien d'embauche", "un potager"]);

    private static readonly DemoLanguage Spanish = new(
        ["ES", "MX", "AR"],
        -3,
        [
            "¿Qué necesito para {0}?",
            "Dame tres consejos sobre {0}.",
            "Escribe un aviso breve para los vecinos sobre {0}.",
        ],
        ["pintar la cocina", "una excursión con niños", "cuidar un gato mayor", "ahorrar luz en " +
            "casa", "una fiesta de cumpleaños", "cambiar una rueda"]);

    private static readonly DemoLanguage Portuguese = new(
        ["BR", "PT"],
        -3,
        ["Como posso melhorar {0}?", "Escreva um texto curto sobre {0}.", "Quais são os erros mais comuns em {0}?"],
        ["o meu currículo", "a horta da escola", "uma apresentação", "o sono", "receitas com " +
            "feijão", "o orçamento da família"]);

    private static readonly DemoLanguage Chinese = new(
        ["CN", "SG", "TW"],
        8,
        ["请简单介绍一下{0}。", "关于{0},初学者最容易犯什么错误?", "帮我写一段关于{0}的短文。"],
        ["太极拳", "家庭理财", "种番茄", "古典园林", "马拉松训练", "孩子的阅读习惯", "老房子装修"]);

    private static readonly DemoLanguage Japanese = new(
        ["JP"],
        9,
        ["{0}について、わかりやすく教えてください。", "{0}のコツを三つ挙げてください。", "{0}に関するお知らせ文を書いてください。"],
        ["味噌作り", "自転車通学", "面接の準備", "町内会の集まり", "写真の整理", "山歩き"]);

    private static readonly DemoLanguage Arabic = new(
        ["EG", "AE", "MA"],
        2,
        ["ما الذي يجب أن أعرفه عن {0}؟", "اكتب رسالة قصيرة عن {0}.", "اشرح لي {0} بثلاث جمل بسيطة."],
        ["صيانة المكيف", "تعلم الخط العربي", "السفر بالقطار", "زراعة النعناع", "تنظيم الوقت"]);

    /// <summary>The languages of the sample; English stands for half of its customers.</summary>
    public static IReadOnlyList<DemoLanguage> All { get; } = [English, German, French, Spanish, Portuguese, Chinese, Japanese, Arabic];
}
