// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.Groups;
using DistillGuard.Requests;
using DistillGuard.Signals;
using DistillGuard.Subjects;
using DistillGuard.Verdicts;

namespace DistillGuard.Testing;

/// <summary>
/// Sends campaigns and customers through a real guard, in the order of time, and tells which groups it found.
/// </summary>
/// <remarks>
/// Everything comes from the seed, so a scenario ends the same way every time. The guard looks for groups whenever it is
/// due, as a gateway would let it. Not thread-safe.
/// </remarks>
/// <example>
/// <code>
/// var scenario = new GroupScenario(builder => builder.AddTemplateReuse().AddCoordinatedTiming());
/// scenario
///     .Add(new GroupPlan { Name = "people", Accounts = 100, Unevenness = 1 })
///     .Add(new GroupPlan
///     {
///         Name = "campaign",
///         Prompts = SampleTexts.Template(SampleLanguage.English),
///         Dispatch = Dispatch.Turns,
///     })
///     .Run();
/// scenario.ShouldFind("campaign");
/// </code>
/// </example>
public sealed class GroupScenario
{
    private readonly List<ScenarioEvent> _events = [];
    private readonly Dictionary<string, GroupPlan> _plans = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<DateTimeOffset>> _sent = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _planOf = new(StringComparer.Ordinal);
    private readonly Dictionary<SubjectKey, string> _accounts = [];
    private readonly int _seed;

    /// <summary>Makes a scenario for a guard with small tables, a fixed secret and whatever is added.</summary>
    /// <param name="configure">Adds the analyzers under test, and may change anything else.</param>
    /// <param name="seed">Seed of chance.</param>
    /// <exception cref="GuardConfigurationException">The guard cannot be built.</exception>
    public GroupScenario(Action<DistillationGuardBuilder> configure, int seed = 1)
    {
        Traffic = new Traffic(configure);
        Traffic.Watch(verdict => _accounts[verdict.Verdict.Subjects.Account] = verdict.Account);
        _seed = seed;
    }

    /// <summary>The traffic that carries the scenario.</summary>
    public Traffic Traffic { get; }

    /// <summary>The guard under test.</summary>
    public DistillationGuard Guard => Traffic.Guard;

    /// <summary>The groups that are accused, by number.</summary>
    public IReadOnlyList<GroupFinding> Accused => [.. Guard.Groups.Where(group => group.Level != VerdictLevel.None)];

    /// <summary>Names of the accounts that accused groups name, in alphabetical order.</summary>
    public IReadOnlyList<string> AccusedAccounts =>
        [.. Accused.SelectMany(group => group.Accounts).Select(account => NameOf(account.Account)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Adds accounts.</summary>
    /// <exception cref="ArgumentException">A plan of this name was added before, or a number of the plan is impossible.</exception>
    public GroupScenario Add(GroupPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Check(plan);
        var chance = new Random(_seed + (_plans.Count * 7_919));
        Identity[] identities = PlanIdentities.Make(plan, _plans.Count, chance);
        int[] budgets = PlanSchedule.Budgets(plan, chance);
        List<(DateTimeOffset Time, int Account)> own = PlanSchedule.Times(plan, budgets, chance);
        foreach ((DateTimeOffset time, int account) in own)
        {
            Send(plan, time, identities[account], plan.Prompts(account, chance));
        }

        int[] ordinary = Array.ConvertAll(budgets, budget => (int)Math.Round(budget * plan.OrdinaryShare / (1 - plan.OrdinaryShare)));
        foreach ((DateTimeOffset time, int account) in PlanSchedule.Sittings(plan, ordinary, chance))
        {
            Send(plan, time, identities[account], plan.OrdinaryPrompts(account, chance));
        }

        foreach (Identity identity in identities)
        {
            _planOf[identity.Account] = plan.Name;
        }

        _plans.Add(plan.Name, plan);
        _sent.Add(plan.Name, [.. own.Select(sent => sent.Time)]);
        return this;
    }

    /// <summary>Lets the operator act on an account, and tells the guard.</summary>
    public GroupScenario Enforce(string account, DateTimeOffset time, EnforcementAction action = EnforcementAction.Suspend)
    {
        _events.Add(new ScenarioEvent(time) { Account = account, Action = action });
        return this;
    }

    /// <summary>Makes a model available, and tells the guard.</summary>
    public GroupScenario Release(string model, DateTimeOffset time)
    {
        _events.Add(new ScenarioEvent(time) { Model = model });
        return this;
    }

    /// <summary>Plays everything that was added since, in the order of time; then the guard looks a last time.</summary>
    public GroupScenario Run()
    {
        // OrderBy is stable: equal times keep the order in which they were added.
        foreach (ScenarioEvent happening in _events.OrderBy(happening => happening.Time))
        {
            Play(in happening);
        }

        _events.Clear();
        Guard.Analyze(CalendarTime.Add(Traffic.Now, TimeSpan.FromDays(1)));
        return this;
    }

    /// <summary>What became of a plan.</summary>
    /// <exception cref="KeyNotFoundException">There is no such plan.</exception>
    public PlanResult ResultOf(string plan)
    {
        DateTimeOffset[] named =
        [
            .. Accused.SelectMany(group => group.Accounts)
                .Where(account => IsOf(plan, account.Account))
                .GroupBy(account => account.Account)
                .Select(same => same.Min(account => account.Named)),
        ];
        DateTimeOffset? alert = named.Length == 0 ? null : named.Min();
        List<DateTimeOffset> sent = _sent[plan];
        return new PlanResult(
            _plans[plan].Accounts,
            named.Length,
            sent.Count,
            sent.Count(time => alert is null || time < alert),
            alert);
    }

    /// <summary>The groups, accused or not, that a plan's accounts belong to; the highest score first.</summary>
    public IReadOnlyList<GroupFinding> GroupsOf(string plan) =>
        [.. Guard.Groups.Where(group => group.Accounts.Any(account => IsOf(plan, account.Account))).OrderByDescending(group => group.Score)];

    /// <summary>The heaviest signal of an id about a plan's accounts; <see langword="null"/> when there is none.</summary>
    public Signal? SignalOf(string plan, string id)
    {
        Signal? heaviest = null;
        foreach (Signal signal in GroupsOf(plan).SelectMany(group => group.Signals).Where(signal => signal.Info.Id == id))
        {
            heaviest = heaviest is null || signal.Weight > heaviest.Value.Weight ? signal : heaviest;
        }

        return heaviest;
    }

    private static void Check(GroupPlan plan)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(plan.Accounts, 1, nameof(plan));
        ArgumentOutOfRangeException.ThrowIfNegative(plan.ExchangesPerAccount, nameof(plan));
        ArgumentOutOfRangeException.ThrowIfNegative(plan.Unevenness, nameof(plan));
        ArgumentOutOfRangeException.ThrowIfNegative(plan.OrdinaryShare, nameof(plan));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(plan.OrdinaryShare, 1, nameof(plan));
    }

    private void Send(GroupPlan plan, DateTimeOffset time, Identity sender, Exchange exchange) =>
        _events.Add(new ScenarioEvent(time) { Sender = sender, Exchange = WithParameters(plan, time, exchange) });

    private static Exchange WithParameters(GroupPlan plan, DateTimeOffset time, Exchange exchange) =>
        exchange.Content is not null || (plan.Model is null && plan.Sampling is null) ? exchange
            : exchange with { Content = buffer => Fill(buffer, exchange, plan.Model?.Invoke(time), plan.Sampling) };

    private static void Fill(RequestBuffer buffer, Exchange exchange, string? model, SamplingParameters? sampling)
    {
        int message = 0;
        buffer.Sampling = sampling ?? buffer.Sampling;
        if (exchange.System.Length > 0)
        {
            buffer.Add(MessageRole.System, exchange.System, TextKind.Prompt, message++);
        }

        buffer.Add(MessageRole.User, exchange.Prompt, TextKind.Prompt, message++);
        buffer.SetModel(Encoding.UTF8.GetBytes(model ?? string.Empty));
        buffer.Sampling.MessageCount = message;
    }

    private void Play(in ScenarioEvent happening)
    {
        Traffic.At(happening.Time);
        if (happening.Sender is not null)
        {
            Traffic.Send(happening.Sender, happening.Exchange!);
        }
        else if (happening.Model is not null)
        {
            Guard.RecordRelease(happening.Time, Encoding.UTF8.GetBytes(happening.Model));
        }
        else
        {
            Guard.Record(new EnforcementNotice { Time = happening.Time, Account = happening.Account, Action = happening.Action });
        }
    }

    private string NameOf(SubjectKey account) => _accounts.GetValueOrDefault(account, account.ToString());

    private bool IsOf(string plan, SubjectKey account) =>
        _plans.ContainsKey(plan)
            ? _planOf.GetValueOrDefault(NameOf(account)) == plan
            : throw new KeyNotFoundException($"There is no plan '{plan}'.");
}
