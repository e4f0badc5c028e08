// SPDX-License-Identifier: MIT

using System.Text;

namespace DistillGuard.Text;

/// <summary>What template pieces are for: prompts of one template share them whatever fills it, prompts of different templates do not.</summary>
public sealed class TemplateTests
{
    private const string English =
        """
        You are helping an editor who prepares a collection of reading exercises.
        Write three short questions about the passage below and answer each of them in one line.
        The passage has number {0} in the collection and belongs to the chapter {1} of the book.
        Compare your wording with `{2}` before you hand it over, and look at {3} when in doubt.
        Passage:
        {4}
        Return the questions and the answers as a numbered list without any further remark.
        """;

    private const string Chinese =
        """
        你正在帮助一位编辑准备一本阅读练习册。
        请根据下面的短文写出三个简短的问题，并用一句话回答每个问题。
        这篇短文在练习册里的编号是{0}，属于{1}这一章的内容。
        交稿之前请与`{2}`的措辞进行比较，如有疑问请参考 {3} 上的说明。
        短文：
        {4}
        请用编号列表的形式返回问题和答案，不要添加任何其他说明。
        """;

    private const string Russian =
        """
        Вы помогаете редактору, который готовит сборник упражнений для чтения.
        Составьте три коротких вопроса по тексту ниже и ответьте на каждый одной строкой.
        Этот текст имеет в сборнике номер {0} и относится к главе {1} нашей книги.
        Перед сдачей сравните формулировки с `{2}` и при сомнениях посмотрите {3} на нашем сайте.
        Текст:
        {4}
        Верните вопросы вместе с ответами в виде нумерованного списка без лишних замечаний.
        """;

    private const string Mixed =
        """
        You are 一位编辑的助手, preparing reading exercises for a bilingual school.
        请把下面的短文翻译成 English, then write 三个简短的问题 about it.
        Номер текста в сборнике: {0}, глава называется {1}, answer in the language of the passage.
        Compare with `{2}` 然后再交稿, при сомнениях посмотрите {3} and decide yourself.
        Passage 短文：
        {4}
        Верните ответы вместе с вопросами as a numbered list, 不要添加任何其他说明.
        """;

    private static readonly byte[] Secret = "another test key"u8.ToArray();

    // Short and long filling, of several languages, with everything that could upset a reader of the template around it.
    private static readonly string[][] Fillings =
    [
        ["7", "“Rivers”", "x = 1", "https://example.org/a", "The river is long."],
        ["12,407.5", "\"Of mountains, and what lies behind them: a history\"", "for (;;) { print(\"hello there\"); }", "https://example.org/path/to?x=1&y=2#top", "Short.\n\nAnother line, and a third one.\nIt isn't 5\" long."],
        ["3", "《海洋》", "SELECT * FROM words WHERE length > 4;", "http://xn--fsq.example/x", "海水是咸的。鲸鱼住在海里吗？是的！\n它们用肺呼吸，每隔一段时间要到水面上来换气。"],
        ["88 000", "«О лесах и степях»", "друг", "ftp://files.example.org/x.txt", "Лес стоит тихо. В нём живут белки, лисы и совы, а зимой сюда приходят волки.\n— Правда? — спросил он."],
        ["0", "「山のこと」", "```\nblock of code\n```", "git+ssh://host/x.git", "山は高いです。\nمرحبا بكم في المدينة الكبيرة.\n산은 높고 물은 맑다."],
    ];

    public static IEnumerable<string> Templates => [English, Chinese, Russian, Mixed];

    [TestCaseSource(nameof(Templates))]
    public void Read_TemplateFilledInManyWays_SharesEveryPieceOfTheTemplate(string template)
    {
        HashSet<ulong>[] prompts = [.. Fillings.Select(filling => Read(Fill(template, filling)))];
        HashSet<ulong> shared = prompts.Aggregate((left, right) => [.. left.Intersect(right)]);

        Assert.That(shared, Has.Count.EqualTo(5));
    }

    [TestCaseSource(nameof(Templates))]
    public void Read_LinesInAnotherOrder_GivesTheSamePieces(string template)
    {
        string prompt = Fill(template, Fillings[1]);
        string reordered = string.Join('\n', prompt.Split('\n').Reverse());

        Assert.That(Read(reordered), Is.EquivalentTo(Read(prompt)));
    }

    [TestCase(
        "Plan a weekend for two friends. Name the places they should visit first! Do they need tickets in advance?",
        "Do they need tickets in advance? Plan a weekend for two friends. Name the places they should visit first!")]
    [TestCase("请为两位朋友安排一个周末。先列出他们应该参观的地方！他们需要提前买票吗？", "他们需要提前买票吗？请为两位朋友安排一个周末。先列出他们应该参观的地方！")]
    [TestCase(
        "Составьте план выходных для двух друзей. Назовите сначала места, которые стоит посетить! Нужно ли заранее купить билеты?",
        "Нужно ли заранее купить билеты? Назовите сначала места, которые стоит посетить! Составьте план выходных для двух друзей.")]
    public void Read_SentencesInAnotherOrder_GivesTheSamePieces(string text, string reordered) =>
        Assert.That(Read(reordered), Is.EquivalentTo(Read(text)).And.Count.GreaterThanOrEqualTo(2));

    [TestCase("Describe the garden of your neighbour in ten lines.", "In ten lines, describe your neighbour of the garden!")]
    [TestCase("Опишите подробно старый сад вашего соседа.", "Подробно опишите вашего соседа старый сад.")]
    public void Read_WordsInAnotherOrder_GivesTheSamePiece(string text, string reordered) =>
        Assert.That(Read(reordered), Is.EquivalentTo(Read(text)));

    [TestCase(
        "Read the letter to the editor. Say clearly who wrote it and why it was written. List the claims in the order they appear. Mark every claim that needs a source.",
        "Read a letter of an editor. Say clearly who wrote it, and why was it written. List claims by the order they appear. Put a star beside each doubtful statement.",
        3,
        4)]
    [TestCase(
        "请阅读这封写给编辑的信。说明是谁写的以及为什么要写。按出现的顺序列出信里的观点。标出每一个需要来源的观点。",
        "请阅读这封写给编辑的信。说明是谁写的以及为什么要写。按出现的顺序列出信里的观点。在没有根据的说法旁边画一颗星。",
        3,
        4)]
    [TestCase(
        "Прочитайте письмо в редакцию нашей газеты. Скажите, кто его написал и почему оно было написано. Перечислите доводы в том порядке, как они появляются. Отметьте довод, который требует источника.",
        "Прочитайте письмо на редакцию нашей газеты. Скажите, кто её написал, и почему оно было написано. Перечислите доводы по том порядке, где они появляются. Поставьте звезду рядом с сомнительным утверждением.",
        3,
        4)]
    public void Read_LightParaphrase_KeepsMostPieces(string text, string paraphrase, int kept, int of)
    {
        HashSet<ulong> pieces = Read(text);

        Assert.That((pieces.Intersect(Read(paraphrase)).Count(), pieces.Count), Is.EqualTo((kept, of)));
    }

    [Test]
    public void Read_DifferentTemplatesWithTheSameFilling_ShareOnlyWhatIsInTheFilling()
    {
        string[] templates =
        [
            .. Templates.Append("Summarise the report in two sentences for a busy reader.\n{4}\nLeave out names, dates and places that nobody needs."),
        ];
        HashSet<ulong> filling = Read(Fillings[0][4]);
        List<HashSet<ulong>> prompts = [.. templates.Select(template => Read(Fill(template, Fillings[0])).Except(filling).ToHashSet())];

        Assert.That(prompts.SelectMany(pieces => pieces), Is.Unique);
    }

    [TestCase("Explain the differences between CAFÉ and restaurant culture", "explain the DIFFERENCES between cafe and restaurant culture", Description = "case, accent")]
    [TestCase("Expliquez l’été où nous étions près du château", "Expliquez l'été où nous e\u0301tions pre\u0300s du cha\u0302teau", Description = "two ways to write an accent")]
    [TestCase("Ｅｘｐｌａｉｎ the ｄｉｆｆｅｒｅｎｃｅ between both words", "Explain the difference between both words", Description = "full-width letters")]
    [TestCase("Ещё раз объясните подробно всё о зелёном чае", "еще раз ОБЪЯСНИТЕ подробно все о зеленом чае", Description = "io")]
    [TestCase("Поясніть їхній старий звичай докладно", "ПОЯСНІТЬ І\u0308ХНІИ\u0306 старий звичай докладно", Description = "yi and short i")]
    [TestCase("カタカナで説明文を書いてください", "ｶﾀｶﾅで説明文を書いてください", Description = "half-width kana")]
    [TestCase("ガラスの仮面について書いてください", "ｶﾞﾗｽの仮面について書いてください", Description = "half-width, voiced")]
    [TestCase("がっこうのことを書いてください", "か\u3099っこうのことを書いてください", Description = "two ways to write a voiced kana")]
    [TestCase("İstanbul IŞIK hakkında uzun bir metin yazın", "istanbul ışik hakkinda uzun bir metin yazin", Description = "Turkish i")]
    [TestCase("ΓΡΑΨΕ ένα μεγάλο κείμενο για τους ανθρώπους", "γράψε ενα μεγαλο κειμενο για τουσ ανθρωπους", Description = "Greek accents, final sigma")]
    [TestCase("اكتب مقالة طويلة عن أهمية الكتاب", "اكتـــب مقالة طويلة عن اهمية الكتاب", Description = "lengthened word, alef")]
    [TestCase("Viết một bài luận ngắn về những người bạn", "VIẾT một bài luận ngắn về những người bạn", Description = "Vietnamese capitals")]
    [TestCase("Write some\u200bthing about in\u00ADvisible characters please", "Write something about invisible characters please", Description = "invisible characters")]
    [TestCase("Write some\U000E0101thing about visible characters please", "Write something about visible characters please", Description = "invisible, beyond 16 bits")]
    public void Read_SameLettersWrittenInAnotherWay_GivesTheSamePieces(string text, string other) =>
        Assert.That(Read(other), Is.EquivalentTo(Read(text)).And.Not.Empty);

    [TestCase("Write a long story about rivers", "Write a long story about forests")]
    [TestCase("请写一篇关于河流的长篇故事", "请写一篇关于森林的长篇故事")]
    [TestCase("Напишите длинный рассказ про старую реку", "Напишите длинный рассказ про старый лес")]
    [TestCase("請寫一篇關於河流的長篇故事", "请写一篇关于河流的长篇故事", Description = "traditional and simplified characters are not folded")]
    public void Read_OtherContentWord_GivesAnotherPiece(string text, string other) =>
        Assert.That(Read(other).Intersect(Read(text)), Is.Empty);

    [Test]
    public void Read_OtherSecret_GivesOtherPieces()
    {
        string prompt = Fill(English, Fillings[0]);

        Assert.That(Read(prompt, "some other secret"u8.ToArray()).Intersect(Read(prompt)), Is.Empty);
    }

    [Test]
    public void Read_EitherHalfOfTheSecretChanged_GivesOtherPieces([Values(0, 15)] int place)
    {
        byte[] secret = [.. Secret];
        secret[place] ^= 1;
        string prompt = Fill(English, Fillings[0]);

        Assert.That(Read(prompt, secret).Intersect(Read(prompt)), Is.Empty);
    }

    [TestCaseSource(nameof(Templates))]
    public void Read_TemplateAroundLongDocuments_KeepsTheTemplateInBoth(string template)
    {
        HashSet<ulong> left = Read(Fill(template, [.. Fillings[0][..4], Document("harbour", 300)]));
        HashSet<ulong> right = Read(Fill(template, [.. Fillings[1][..4], Document("orchard", 40)]));

        Assert.That(left.Intersect(right).Count(), Is.GreaterThanOrEqualTo(3), "the first two sentences and the last are certain");
    }

    [TestCase("Write a detailed article about {0} that would please {1} and keep the tone friendly from beginning to end.")]
    [TestCase("请以{0}为主题，为{1}写一篇生动有趣的短文，要求语言简洁，结构清楚，并且在结尾提出一个值得思考的问题。")]
    [TestCase("Напишите подробную и увлекательную статью объёмом около страницы про {0}, которая будет понятна таким читателям как {1}.")]
    public void Read_LoneSentenceWithSlotsInside_SharesNothing_IsALimit(string template)
    {
        // Parts of a sentence would link it, but also the questions of all who begin as most people do.
        HashSet<ulong> left = Read(Fill(template, ["apples", "gardeners"]));
        HashSet<ulong> right = Read(Fill(template, ["the history of steam", "people in a hurry"]));

        Assert.That(left, Is.Not.Empty);
        Assert.That(left.Intersect(right), Is.Empty);
    }

    private static string Document(string word, int sentences) =>
        string.Join(' ', Enumerable.Range(0, sentences).Select(i => $"The {word} had its day {Spell(i)} when everybody came to see it."));

    private static string Spell(int number) => string.Concat(number.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0'))) + "word";

    private static string Fill(string template, string[] filling)
    {
        for (int i = 0; i < filling.Length; i++)
        {
            template = template.Replace($"{{{i}}}", filling[i], StringComparison.Ordinal);
        }

        return template;
    }

    private static HashSet<ulong> Read(string text, byte[]? secret = null)
    {
        var pieces = default(PieceList);
        new PieceReader(secret ?? Secret).Read(Encoding.UTF8.GetBytes(text), ref pieces);
        return [.. pieces.Hashes64];
    }
}
