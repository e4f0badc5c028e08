// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Demo;

/// <summary>
/// A small campaign: six accounts on three plans that look ordinary on the first day, and then ask day and night for
/// reasoning that
/// the model keeps to itself and for ever harder tasks.
/// </summary>
internal sealed class DemoCampaign
{
    private const double RequestsPerHour = 40;

    private static readonly string[] Plans = ["free", "payg", "pro", "free", "payg", "pro"];
    private static readonly string[] Countries = ["US", "DE", "GB", "CA", "NL", "US"];

    private readonly Random _random;
    private readonly DemoAccounts _accounts;
    private readonly List<DemoExchange> _exchanges;

    public DemoCampaign(Random random, DemoAccounts accounts, List<DemoExchange> exchanges)
    {
        _random = random;
        _accounts = accounts;
        _exchanges = exchanges;
    }

    public void Add()
    {
        for (int member = 0; member < Plans.Length; member++)
        {
            DemoAccount account = _accounts.Next("harvester", Plans[member], Countries[member], DemoCalendar.Start);
            AddFirstDay(account);
            AddHarvest(account, DemoCalendar.Start.AddDays(1).AddHours(2 + (3 * member)));
        }
    }

    private void AddFirstDay(DemoAccount account)
    {
        DateTimeOffset time = DemoCalendar.Start.AddHours(9 + (_random.NextDouble() * 4));
        for (int request = 0; request < 5; request++)
        {
            string prompt = DemoTraffic.Fill(_random.Pick(DemoLanguage.All[0].Questions), _random.Pick(DemoLanguage.All[0].Topics));
            _exchanges.Add(new DemoExchange(time, account, string.Empty, prompt, _random.Next(60, 400)));
            time = time.AddMinutes(1 + (_random.NextDouble() * 9));
        }
    }

    private void AddHarvest(DemoAccount account, DateTimeOffset time)
    {
        while (time < DemoCalendar.End)
        {
            string prompt = DemoTraffic.Fill(_random.Pick(DemoCampaignTexts.Prompts), _random.Pick(DemoCampaignTexts.Tasks));
            _exchanges.Add(new DemoExchange(time, account, string.Empty, prompt, _random.Next(700, 1900)));
            time = time.AddHours((0.5 + _random.NextDouble()) / RequestsPerHour);
        }
    }
}
