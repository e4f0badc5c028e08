// SPDX-License-Identifier: MIT

using DistillGuard.Signals;
using DistillGuard.Subjects;
using DistillGuard.Verdicts;

namespace DistillGuard.Testing;

/// <summary>Traffic over fake time: says who sends what when, and runs it through a real guard.</summary>
/// <remarks>
/// The clock starts at <see cref="Start"/> and moves only when told to; no wall clock is read, and chance comes from a
/// seed, so a script gives the same verdicts every time. Requests are real <see cref="Requests.InferenceRequest"/>s
/// sent through one reused buffer; outcomes are observed unless <see cref="ObservesOutcomes"/> is switched off. Before
/// each request the guard may look for groups, if analyzers were added and it is due. Not thread-safe.
/// </remarks>
/// <example>
/// <code>
/// var traffic = new Traffic(builder => builder.AddRateAnomaly());
/// traffic.Accounts(60, "peer", plan: "team").Send(20, every: TimeSpan.FromMinutes(3));
/// traffic.From("acct_1", plan: "team").Send(500, every: TimeSpan.FromSeconds(1));
/// traffic.Last.ShouldHaveSignal("volume.requests-above-cohort");
/// </code>
/// </example>
public sealed class Traffic
{
    /// <summary>Newest verdicts that <see cref="Verdicts"/> keeps.</summary>
    public const int RememberedVerdicts = 1024;

    /// <summary>The account that <see cref="Send(int, TimeSpan, Exchange)"/> uses.</summary>
    public const string DefaultAccount = "account";

    private readonly ExchangePlayer _player = new();
    private readonly Queue<AccountVerdict> _verdicts = new();
    private readonly List<SentExchange>? _tape;
    private Action<AccountVerdict>? _watch;
    private List<SentExchange>? _pending;
    private Random? _chance;
    private double _jitter;
    private Verdict _last;
    private Verdict _loudest;

    /// <summary>
    /// Makes traffic for a guard with small tables, a fixed secret and whatever <paramref name="configure"/> adds.
    /// </summary>
    /// <param name="configure">Adds the detectors under test, and may change anything else.</param>
    /// <exception cref="GuardConfigurationException">The guard cannot be built.</exception>
    public Traffic(Action<DistillationGuardBuilder> configure)
        : this(TestGuard.Build(configure))
    {
    }

    /// <summary>Makes traffic for a guard with one detector.</summary>
    /// <param name="create">Makes the detector; here it reserves its state slots.</param>
    public Traffic(Func<SubjectLayout, IDistillationDetector> create)
        : this(TestGuard.Build(builder => builder.Add("detector-under-test", create)))
    {
    }

    /// <summary>Makes traffic for a guard that was built elsewhere.</summary>
    public Traffic(DistillationGuard guard)
        : this(guard, tape: null)
    {
    }

    internal Traffic(DistillationGuard guard, List<SentExchange>? tape)
    {
        ArgumentNullException.ThrowIfNull(guard);
        Guard = guard;
        Now = Start;
        _tape = tape;
    }

    /// <summary>When every traffic begins: Monday, 5 January 2026, 00:00 UTC.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The guard under test.</summary>
    public DistillationGuard Guard { get; }

    /// <summary>When the next request will be sent.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Whether the guard is told what came back. Default: yes.</summary>
    public bool ObservesOutcomes { get; set; } = true;

    /// <summary>Number of requests sent so far.</summary>
    public long Sent { get; private set; }

    /// <summary>The verdict on the last request.</summary>
    /// <exception cref="InvalidOperationException">Nothing was sent yet.</exception>
    public ref readonly Verdict Last
    {
        get
        {
            ThrowIfNothingSent();
            return ref _last;
        }
    }

    /// <summary>The verdict with the highest score so far; the first of equals.</summary>
    /// <exception cref="InvalidOperationException">Nothing was sent yet.</exception>
    public ref readonly Verdict Loudest
    {
        get
        {
            ThrowIfNothingSent();
            return ref _loudest;
        }
    }

    /// <summary>
    /// The newest <see cref="RememberedVerdicts"/> verdicts, oldest first. To see all, use <see cref="Watch"/>.
    /// </summary>
    public IReadOnlyCollection<AccountVerdict> Verdicts => _verdicts;

    /// <summary>The signals of the last request, as an array of their own.</summary>
    /// <exception cref="InvalidOperationException">Nothing was sent yet.</exception>
    public Signal[] Signals => Last.Signals.ToArray();

    /// <summary>One account as the sender of what follows.</summary>
    /// <param name="account">Account id.</param>
    /// <param name="plan">The plan it is on; it chooses the cohort. Default: not known.</param>
    public TrafficSource From(string account, string plan = "") =>
        From(new Identity { Account = account, Plan = plan });

    /// <summary>One or more senders described in full; with several, each sends in turn.</summary>
    public TrafficSource From(params Identity[] identities)
    {
        ArgumentNullException.ThrowIfNull(identities);
        return new TrafficSource(this, identities);
    }

    /// <summary>Several accounts named <c>prefix-0</c>, <c>prefix-1</c> and so on, each sending in turn.</summary>
    /// <param name="count">How many; 1 or more.</param>
    /// <param name="prefix">What their ids begin with.</param>
    /// <param name="plan">The plan they are on. Default: not known.</param>
    public TrafficSource Accounts(int count, string prefix, string plan = "")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var identities = new Identity[count];
        for (int i = 0; i < count; i++)
        {
            identities[i] = new Identity { Account = $"{prefix}-{i}", Plan = plan };
        }

        return new TrafficSource(this, identities);
    }

    /// <summary>
    /// Sends from <see cref="DefaultAccount"/>. See <see cref="TrafficSource"/> for more senders and simpler calls.
    /// </summary>
    public Traffic Send(int count, TimeSpan every, Exchange exchange) =>
        From(DefaultAccount).Send(count, every, exchange);

    /// <summary>Sends the neutral prompt, or a given one, from <see cref="DefaultAccount"/>.</summary>
    /// <param name="count">How many requests.</param>
    /// <param name="every">Time between two requests; the clock also moves on by it after the last.</param>
    /// <param name="prompt">The user's text. Default: <see cref="Exchange.NeutralPrompt"/>.</param>
    /// <param name="system">The system text. Default: none.</param>
    /// <param name="status">HTTP status of the answers.</param>
    /// <param name="inputTokens">Tokens of each request as billed.</param>
    /// <param name="outputTokens">Tokens of each answer as billed.</param>
    public Traffic Send(
        int count,
        TimeSpan every = default,
        string prompt = Exchange.NeutralPrompt,
        string system = "",
        int status = 200,
        long inputTokens = 200,
        long outputTokens = 300) =>
        From(DefaultAccount).Send(count, every, prompt, system, status, inputTokens, outputTokens);

    /// <summary>Sets the clock, backwards too.</summary>
    public Traffic At(DateTimeOffset time)
    {
        Now = time;
        return this;
    }

    /// <summary>Moves the clock, backwards too; it stops at the ends of the calendar.</summary>
    public Traffic Advance(TimeSpan span)
    {
        Now = CalendarTime.Add(Now, span);
        return this;
    }

    /// <summary>Makes the time between requests vary from now on.</summary>
    /// <param name="share">From 0, exact gaps, to 1, gaps evenly spread from nothing to twice the length.</param>
    /// <param name="seed">Seed of chance: the same seed gives the same gaps.</param>
    public Traffic Jitter(double share, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        _jitter = share;
        _chance = new Random(seed);
        return this;
    }

    /// <summary>Calls <paramref name="watch"/> with every verdict from now on, beside those already watching.</summary>
    public Traffic Watch(Action<AccountVerdict> watch)
    {
        ArgumentNullException.ThrowIfNull(watch);
        _watch += watch;
        return this;
    }

    /// <summary>
    /// Runs several scripts side by side: each begins at the current time, and their requests reach the guard in the
    /// order of time. Afterwards the clock stands where the longest ended. Inside, verdicts are not known yet.
    /// </summary>
    public Traffic Interleave(params Action<Traffic>[] scripts)
    {
        ArgumentNullException.ThrowIfNull(scripts);
        List<SentExchange>? outer = _pending;
        List<SentExchange> pending = _pending = [];
        DateTimeOffset start = Now;
        DateTimeOffset end = Now;
        try
        {
            foreach (Action<Traffic> script in scripts)
            {
                Now = start;
                script(this);
                end = Now > end ? Now : end;
            }
        }
        finally
        {
            _pending = outer;
        }

        // OrderBy is stable: equal times keep the order of the scripts.
        foreach (SentExchange sent in pending.OrderBy(sent => sent.Time))
        {
            Deliver(sent);
        }

        Now = end;
        return this;
    }

    internal void Send(Identity identity, Exchange exchange) =>
        Deliver(new SentExchange(Now, identity, exchange, ObservesOutcomes));

    /// <summary>Moves the clock by about a gap: exactly, or with the jitter that was asked for.</summary>
    internal void Pass(TimeSpan gap) =>
        Advance(_chance is null ? gap : gap * (1 + (_jitter * ((2 * _chance.NextDouble()) - 1))));

    private void Deliver(SentExchange sent)
    {
        if (_pending is not null)
        {
            _pending.Add(sent);
            return;
        }

        // As a gateway would, every now and then: it looks at groups only when that is due.
        Guard.Analyze(sent.Time);
        _tape?.Add(sent);
        _last = _player.Play(Guard, sent);
        if (Sent++ == 0 || _last.Score > _loudest.Score)
        {
            _loudest = _last;
        }

        if (_verdicts.Count == RememberedVerdicts)
        {
            _verdicts.Dequeue();
        }

        var verdict = new AccountVerdict(sent.Identity.Account, sent.Time, _last);
        _verdicts.Enqueue(verdict);
        _watch?.Invoke(verdict);
    }

    private void ThrowIfNothingSent()
    {
        if (Sent == 0)
        {
            throw new InvalidOperationException("Nothing was sent yet, so there is no verdict. Send first.");
        }
    }
}
