// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Demo;

/// <summary>People who ask a few things a day, in sessions, while they are awake.</summary>
internal sealed class DemoPeople
{
    private const int PeoplePerPlan = 200;
    private const int Travellers = 3;
    private const int EarliestHour = 8;
    private const int LatestHour = 22;

    // 152.206.0.0/16 is assigned in Cuba: a region that the preset of the demo lists.
    private const uint TravelNetwork = 0x98CE_0000;

    private static readonly string[] Plans = ["free", "payg", "pro"];

    private readonly Random _random;
    private readonly DemoAccounts _accounts;
    private readonly List<DemoExchange> _exchanges;

    public DemoPeople(Random random, DemoAccounts accounts, List<DemoExchange> exchanges)
    {
        _random = random;
        _accounts = accounts;
        _exchanges = exchanges;
    }

    public void Add()
    {
        foreach (string plan in Plans)
        {
            for (int person = 0; person < PeoplePerPlan; person++)
            {
                DemoLanguage language = person % 2 == 0 ? DemoLanguage.All[0] : _random.Pick(DemoLanguage.All);
                Add(_accounts.Next("person", plan, _random.Pick(language.Countries), DemoCalendar.Start), language);
            }
        }

        for (int traveller = 0; traveller < Travellers; traveller++)
        {
            DemoLanguage language = _random.Pick(DemoLanguage.All);
            DemoAccount account = _accounts.Next("traveller", _random.Pick(Plans), _random.Pick(language.Countries), DemoCalendar.Start);
            Add(account with { Address = ClientAddress.FromIPv4(TravelNetwork | (uint)_random.Next(256, 65536)) }, language);
        }
    }

    private void Add(DemoAccount account, DemoLanguage language)
    {
        for (int day = 0; day < DemoCalendar.Days; day++)
        {
            int sessions = 1 + _random.Next(3);
            for (int session = 0; session < sessions; session++)
            {
                double hour = EarliestHour + (_random.NextDouble() * (LatestHour - EarliestHour)) - language.HoursFromUtc;
                AddSession(account, language, DemoCalendar.Start.AddDays(day).AddHours((hour + 24) % 24));
            }
        }
    }

    private void AddSession(DemoAccount account, DemoLanguage language, DateTimeOffset time)
    {
        int requests = 1 + _random.Next(6);
        for (int request = 0; request < requests; request++)
        {
            string prompt = DemoTraffic.Fill(_random.Pick(language.Questions), _random.Pick(language.Topics));
            _exchanges.Add(new DemoExchange(time, account, string.Empty, prompt, _random.Next(60, 700)));
            time = time.AddSeconds(20 + (_random.NextDouble() * 400));
        }
    }
}
