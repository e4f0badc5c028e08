// SPDX-License-Identifier: MIT

using DistillGuard.Requests;
using DistillGuard.Testing;

namespace DistillGuard.Detectors.RelayFanIn;

/// <summary>Who stands behind an account, as the tests of <c>relay-fan-in</c> tell it.</summary>
internal static class FanInScripts
{
    public const string ManyEndUsers = "resale.many-end-users";
    public const string ManySources = "resale.many-sources";

    private static readonly string[] Prompts =
    [
        Exchange.NeutralPrompt,
        "Какие реки протекают через этот город, и где их можно перейти?",
        "请问有哪些河流流经这座城市？在哪些地方可以步行过河呢？谢谢您的帮助。",
        "이 도시를 흐르는 강은 무엇이며 걸어서 건널 수 있는 곳은 어디인가요?",
        "ما هي الأنهار التي تمر عبر المدينة وأين يمكنني عبورها سيرا على الأقدام؟",
    ];

    public static Traffic NewTraffic(Action<RelayFanInOptions>? configure = null) => new(builder => builder.AddRelayFanIn(configure));

    /// <summary>End users in turn, each with several requests, a minute apart.</summary>
    public static Traffic ServesEndUsers(this TrafficSource source, int endUsers, int requestsEach = 3) =>
        source.Send(endUsers * requestsEach, TimeSpan.FromMinutes(1), EndUsers(endUsers));

    /// <summary>The same end users, named by the body only.</summary>
    public static Traffic NamesEndUsers(this TrafficSource source, int endUsers, int requestsEach = 3) =>
        source.Send(endUsers * requestsEach, TimeSpan.FromMinutes(1), i => new Exchange
        {
            Content = buffer =>
            {
                buffer.Add(MessageRole.User, Exchange.NeutralPrompt);
                buffer.SetEndUser(System.Text.Encoding.UTF8.GetBytes($"user-{i % endUsers}"));
            },
        });

    /// <summary>
    /// One account on many machines in turn, each with a client and a network of its own as far as they go round.
    /// </summary>
    public static Traffic FromMachines(
        this Traffic traffic, string account, int clients, int networks, int requests, TimeSpan every, Func<int, Exchange>? exchange = null)
    {
        for (int i = 0; i < requests; i++)
        {
            var identity = new Identity
            {
                Account = account,
                UserAgent = $"client/{i % clients}",
                Fingerprint = "t13d1516h2",
                Address = ClientAddress.FromIPv4(0xCB00_0000 + ((uint)(i % networks) << 8)),
            };
            traffic.From(identity).Send(1, every, exchange?.Invoke(i) ?? new Exchange());
        }

        return traffic;
    }

    /// <summary>Conversations in turn, in several scripts.</summary>
    public static Func<int, Exchange> Conversations(int count, int scripts = 1) =>
        i => new Exchange { Conversation = $"conversation-{i % count}", Prompt = Prompts[i % scripts] };

    /// <summary>End users in turn.</summary>
    public static Func<int, Exchange> EndUsers(int count) => i => new Exchange { EndUser = $"user-{i % count}" };
}
