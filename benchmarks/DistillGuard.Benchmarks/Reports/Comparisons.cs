// SPDX-License-Identifier: MIT

namespace DistillGuard.Benchmarks.Reports;

/// <summary>What the tables of <c>docs/performance.md</c> and the README set side by side.</summary>
internal static class Comparisons
{
    private const string Whole = "InspectBenchmarks";
    private const string Ours = "DistillGuard";

    private static readonly (string Method, string Name) Careful = ("StockCareful", "careful gate");
    private static readonly (string Method, string Name) Typical = ("StockTypical", "typical gate");

    /// <summary>The long table.</summary>
    public static IReadOnlyList<Comparison> All { get; } =
    [
        .. new[] { 256, 4096, 65_536 }.SelectMany(WholeRequest),
        .. Loads("InspectLoadBenchmarks").SelectMany(WholeRequestUnderLoad),
        new("one of two threads, each with a guard of its own", "InspectThreadsBenchmarks", "", "DistillGuardTwoGuards", ("StockCarefulTwoThreads", "careful gate, two threads")),
        new("one of two threads, one guard", "InspectThreadsBenchmarks", "", "DistillGuardTwoThreads", ("StockCarefulTwoThreads", "careful gate, two threads")),
        new("one of two threads, both requests of one account", "InspectThreadsBenchmarks", "", "DistillGuardTwoThreadsOneAccount"),
        .. Bodies().Select(Body),
        .. new[] { "English", "English256", "English65536", "Chinese", "Code", "Hostile" }.Select(Catalogue),
        .. new[] { "English", "English256", "English65536", "Code", "Hostile" }.Select(FiveHundred),
        .. Prompts().Select(prompt => new Comparison(
            $"counts of a text, {prompt.Name}", "PromptFeatureBenchmarks", $"Prompt={prompt.Key}", Ours, ("StockLinqAndRegex", "LINQ and Regex"))),
        .. Prompts().Select(prompt => new Comparison(
            $"near-duplicates: pieces of templates, {prompt.Name}",
            "PieceReaderBenchmarks",
            $"Prompt={prompt.Key}",
            Ours,
            ("StockSimHash", "SimHash of word shingles"),
            ("StockMinHash", "MinHash of word shingles"),
            ("StockRegexAndHmac", "Regex and HMAC"))),
        new("near-duplicates: hash of a whole text", "PieceReaderBenchmarks", "Prompt=English-4096", "DistillGuardTextHash"),
        .. new[] { 100, 200 }.SelectMany(Windows),
        .. Loads("SubjectTableBenchmarks").Select(Account),
        new("six ids of a request to keyed hashes", "SubjectHasherBenchmarks", "", Ours, ("StockHmacSha256", "HMAC-SHA-256"), ("StockXxHash128", "XxHash128 (not keyed)")),
        new("country of an IPv4 address", "CountryBenchmarks", "", "DistillGuardTable", ("StockMaxMindDb", "MaxMind.Db"), ("StockBinarySearch", "Array.BinarySearch")),
        new("one line of a traffic log", "TrafficLogBenchmarks", "", "DistillGuardLine", ("StockJsonDocument", "JsonDocument, texts too")),
        new("rate-anomaly alone", "RateAnomalyBenchmarks", "", Ours, ("StockSlidingWindow", "sliding window, no peers")),
        new("signature-replay alone, a request", "SignatureReplayBenchmarks", "", "DistillGuardRequest", ("StockDictionary", "dictionary")),
        new("upstream-refusal alone, a request", "UpstreamRefusalBenchmarks", "", "DistillGuardRequest", ("StockCounter", "counter")),
        new("relay-fan-in alone", "RelayFanInBenchmarks", "", Ours, ("StockSets", "sets")),
        .. new[] { 0, 3, 12 }.Select(signals => new Comparison(
            $"fusion and verdict, {signals} signals", "FusionBenchmarks", $"Signals={signals}", Ours, ("StockLinq", "LINQ"))),
    ];

    /// <summary>The short table of the README.</summary>
    public static IReadOnlyList<Comparison> Few { get; } =
    [
        new("a whole request, 4 KB of English: body in, verdict out, detectors of one account", Whole, "PromptBytes=4096", "DistillGuardAccountsOnly", Careful, Typical),
        new("the same with the analysis of groups", Whole, "PromptBytes=4096", "DistillGuardBody", Careful),
        Body(("Chat-4096", "chat body")),
        Catalogue("English"),
        FiveHundred("English"),
        new("near-duplicates: pieces of templates", "PieceReaderBenchmarks", "Prompt=English-4096", Ours, ("StockSimHash", "SimHash of word shingles")),
        Account((100_000, "Uniform", "100,000 accounts in turn")),
        new("country of an IPv4 address", "CountryBenchmarks", "", "DistillGuardTable", ("StockMaxMindDb", "MaxMind.Db")),
    ];

    private static IEnumerable<Comparison> WholeRequest(int bytes) =>
    [
        new($"body in, verdict out, accounts only, {bytes} B of English", Whole, $"PromptBytes={bytes}", "DistillGuardAccountsOnly", bytes > 4096 ? [Careful] : [Careful, Typical]),
        new("with groups", Whole, $"PromptBytes={bytes}", "DistillGuardBody", Careful),
        new("the same, from a request already read", Whole, $"PromptBytes={bytes}", "DistillGuardContent"),
    ];

    private static IEnumerable<Comparison> WholeRequestUnderLoad((int Accounts, string Spread, string Name) load)
    {
        string parameters = $"Load={load.Accounts}-{load.Spread}";
        return
        [
            new($"body in, verdict out, accounts only, {load.Name}", "InspectLoadBenchmarks", parameters, "DistillGuardAccountsOnly", Careful),
            new("with groups", "InspectLoadBenchmarks", parameters, "DistillGuardBody", Careful),
        ];
    }

    private static Comparison Body((string Key, string Name) body) => new(
        $"{body.Name} to texts",
        "RequestReaderBenchmarks",
        $"Body={body.Key}",
        Ours,
        ("StockJsonDocument", "JsonDocument"),
        ("StockSourceGeneratedSerializer", "JsonSerializer, source-generated"));

    private static Comparison Catalogue(string text) => new(
        $"rule catalogue, {TextName(text)}",
        "RuleMatchBenchmarks",
        $"Prompt={text}",
        Ours,
        [
            ("StockSearchValues", "SearchValues"),
            ("StockAhoCorasick", "Aho-Corasick"),
            ("Hyperscan", "Hyperscan 5.4"),
            .. text is "English" or "English256" or "Chinese" ? [("StockRegexPerRule", "a compiled Regex a rule")] : Array.Empty<(string, string)>(),
        ]);

    private static Comparison FiveHundred(string text) => new(
        $"500 phrases and 50 patterns, {TextName(text)}",
        "ScanCostBenchmarks",
        $"Prompt={text}",
        Ours,
        ("StockRegexLoop", "loop of compiled Regex"),
        ("StockSearchValuesAndRegex", "SearchValues and Regex"),
        ("StockAhoCorasickAndRegex", "Aho-Corasick and Regex"),
        ("Hyperscan", "Hyperscan 5.4"));

    private static IEnumerable<Comparison> Windows(int window)
    {
        (string, string) naive = ("StockNaiveMmd", $"naive MMD, two windows of {window}");
        return
        [
            new("a prompt of 400 B added to a window, four statistics after it", "WindowBenchmarks", $"Window={window}", "DistillGuardWindow", naive),
            new("a prompt of 400 B added to what is known of an account", "WindowBenchmarks", $"Window={window}", "DistillGuardAccount", naive),
        ];
    }

    private static Comparison Account((int Accounts, string Spread, string Name) load) => new(
        $"one account found, locked, updated; {load.Name}",
        "SubjectTableBenchmarks",
        $"Load={load.Accounts}-{load.Spread}",
        "DistillGuardHashAndHold",
        [
            .. load.Accounts < 1_000_000 ? [("StockRateLimiter", "PartitionedRateLimiter")] : Array.Empty<(string, string)>(),
            ("StockConcurrentDictionary", "ConcurrentDictionary (unbounded)"),
            ("StockConcurrentLru", "ConcurrentLru (bounded)"),
        ]);

    private static IEnumerable<(int Accounts, string Spread, string Name)> Loads(string className)
    {
        yield return (1_000, "Uniform", "1,000 accounts in turn");
        yield return (1_000, "Zipf", "1,000 accounts, Zipf");
        yield return (100_000, "Uniform", "100,000 accounts in turn");
        yield return (100_000, "Zipf", "100,000 accounts, Zipf");
        if (className == "SubjectTableBenchmarks")
        {
            yield return (1_000_000, "Uniform", "1,000,000 accounts in turn");
        }
    }

    private static IEnumerable<(string Key, string Name)> Bodies() =>
    [
        ("Chat-4096", "chat body"), ("Responses-4096", "responses body"), ("Messages-4096", "messages body"), ("GenerateContent-4096", "generateContent body"),
        ("Chat-256", "chat body, 256 B"), ("Chat-65536", "chat body, 64 KB"), ("Chat-Chinese-4096", "chat body, Chinese"), ("Chat-Russian-4096", "chat body, Russian"),
        ("Chat-Code-4096", "chat body, code"),
    ];

    private static IEnumerable<(string Key, string Name)> Prompts() =>
    [
        ("English-4096", "English"), ("English-256", "English, 256 B"), ("English-65536", "English, 64 KB"), ("Chinese-4096", "Chinese"),
        ("Russian-4096", "Russian"), ("Code-4096", "code"),
    ];

    private static string TextName(string text) => text switch
    {
        "English256" => "English, 256 B",
        "English65536" => "English, 64 KB",
        "Code" => "code",
        "Hostile" => "nothing but phrases",
        _ => text,
    };
}
