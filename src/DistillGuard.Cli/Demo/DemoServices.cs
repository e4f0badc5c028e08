// SPDX-License-Identifier: MIT

using DistillGuard.Requests;

namespace DistillGuard.Cli.Demo;

/// <summary>Customers that send much and are innocent: nightly jobs, a support platform, an evaluation team.</summary>
internal sealed class DemoServices
{
    private const string SupportInstructions =
        "You answer customers of a shop for kitchen goods. Be brief and kind. If you do not know, say that a " +
            "colleague will call back.";

    private const string EvaluationInstructions = "You compare two answers of our own assistant for our release " +
        "report.";

    private static readonly string[] Complaints =
    [
        "My kettle arrived with a dent. What now?", "Can I return a pan that I used once?", "Where is my order " +
            "number {0}?",
        "Do you have the blue lid for pot {0}?", "The invoice for order {0} has the wrong name on it.",
        "How do I descale the coffee maker, model {0}?",
    ];

    private static readonly string[] Reviews =
    [
        "Review {0}: sturdy, but heavier than I thought.", "Review {0}: arrived late, works well.",
        "Review {0}: the handle gets hot, otherwise fine.", "Review {0}: third one I buy, my family loves it.",
    ];

    private static readonly string[] Comparisons =
    [
        "Case {0}. Question: how long do eggs keep? Answer A: about four weeks when cool. Answer B: for ever. Which " +
            "is more helpful, A or B?",
        "Case {0}. Question: how do I thank a teacher? Answer A is a list, answer B is a short letter. Which reads " +
            "better, A or B?",
        "Case {0}. Question: is this mushroom safe? Answer A guesses, answer B tells the user to ask an expert. " +
            "Which is safer, A or B?",
    ];

    private readonly Random _random;
    private readonly DemoAccounts _accounts;
    private readonly List<DemoExchange> _exchanges;

    public DemoServices(Random random, DemoAccounts accounts, List<DemoExchange> exchanges)
    {
        _random = random;
        _accounts = accounts;
        _exchanges = exchanges;
    }

    public void Add()
    {
        AddNightly(_accounts.Next("nightly", "pro", "DE", DemoCalendar.Start, DeclaredUses.Batch), requests: 400);
        AddNightly(_accounts.Next("nightly-undeclared", "payg", "US", DemoCalendar.Start), requests: 250);
        AddAllDay(_accounts.Next("support", "team", "FR", DemoCalendar.Start, DeclaredUses.Platform), perHour: 25);
        AddEvaluation(_accounts.Next("evaluation", "team", "GB", DemoCalendar.Start, DeclaredUses.Evaluation), requests: 300);
    }

    private void AddNightly(DemoAccount account, int requests)
    {
        for (int day = 0; day < DemoCalendar.Days; day++)
        {
            AddRun(account, DemoCalendar.Start.AddDays(day).AddHours(1), requests, TimeSpan.FromSeconds(8), string.Empty, [
                .. Reviews.Select(review => "Say positive, negative or mixed. " + review),
            ]);
        }
    }

    private void AddEvaluation(DemoAccount account, int requests) => AddRun(
        account, DemoCalendar.Start.AddDays(1).AddHours(9), requests, TimeSpan.FromSeconds(15), EvaluationInstructions, Comparisons);

    private void AddAllDay(DemoAccount account, double perHour) => AddRun(
        account,
        DemoCalendar.Start,
        (int)(perHour * 24 * DemoCalendar.Days),
        TimeSpan.FromHours(1 / perHour),
        SupportInstructions,
        Complaints);

    private void AddRun(
        DemoAccount account,
        DateTimeOffset time,
        int requests,
        TimeSpan gap,
        string instructions,
        IReadOnlyList<string> sentences)
    {
        for (int request = 0; request < requests; request++)
        {
            string prompt = DemoTraffic.Fill(_random.Pick(sentences), _random.Next(1000, 99999));
            _exchanges.Add(new DemoExchange(time, account, instructions, prompt, _random.Next(2, 200)));
            time += gap * (0.5 + _random.NextDouble());
        }
    }
}
