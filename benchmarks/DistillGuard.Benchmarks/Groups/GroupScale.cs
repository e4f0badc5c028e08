// SPDX-License-Identifier: MIT

using System.Diagnostics;
using System.Globalization;
using DistillGuard.Groups;
using DistillGuard.Requests;

namespace DistillGuard.Benchmarks.Groups;

/// <summary>
/// What the analysis plane costs beside a gateway: processor time of taking exchanges in and of looking for groups, and memory. Four hours of traffic,
/// 16 looks. Processor time of the process, so collections of garbage are in it.
/// </summary>
internal sealed class GroupScale
{
    private const int Batch = 4_096;
    private const double GatewayRequestsPerSecond = 1_000;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Duration = TimeSpan.FromHours(4);

    private readonly Process _process = Process.GetCurrentProcess();
    private readonly TextWriter _output;
    private readonly int _accounts;
    private readonly int _exchanges;
    private readonly List<double> _lookSeconds = [];
    private double _intakeSeconds;
    private double _inspectSeconds;

    private GroupScale(int accounts, int exchanges, TextWriter output)
    {
        _accounts = accounts;
        _exchanges = exchanges;
        _output = output;
    }

    public static int Run(ReadOnlySpan<string> arguments, TextWriter output)
    {
        int accounts = 1_000_000;
        int exchanges = 2_000_000;
        if (arguments.Length > 2 || (arguments.Length > 0 && !TryParse(arguments[0], out accounts)) || (arguments.Length > 1 && !TryParse(arguments[1], out exchanges)))
        {
            output.WriteLine("group-scale takes at most two numbers from 1,000 to 100,000,000: accounts (default 1000000) and exchanges (default 2000000).");
            return 2;
        }

        var run = new GroupScale(accounts, exchanges, output);
        run.WriteSizes();
        run.Replay();
        return 0;
    }

    private static bool TryParse(string argument, out int value) =>
        int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value is >= 1_000 and <= 100_000_000;

    private static long Live() => GC.GetTotalMemory(forceFullCollection: true);

    private void WriteSizes()
    {
        const int Many = 1_000_000;
        Write($"bytes an entry: account {PerEntry(KeyedTable<AccountNode>.BytesFor(Many))}, piece of one organization {PerEntry(FirstSenders.BytesFor(Many))}");
        Write($"  piece of several {PerEntry(KeyedTable<PieceNode>.BytesFor(Many))}, membership {PerEntry(KeyedTable<Membership>.BytesFor(Many))}");
        Write($"  link {PerEntry(KeyedTable<LinkNode>.BytesFor(Many))}, exchange {PerEntry(ExchangeHistory.BytesFor(Many))}");

        static string PerEntry(long bytes) => ((double)bytes / Many).ToString("F0", CultureInfo.InvariantCulture);
    }

    private void Replay()
    {
        var traffic = new ScaleTraffic(_accounts);
        long before = Live();
        DistillationGuard guard = new DistillationGuardBuilder()
            .UseSecret(new byte[16])
            .Configure(Configure)
            .AddGroupAnalyzers()
            .Build();
        for (int sent = 0; sent < _exchanges; sent += Batch)
        {
            Send(guard, traffic, sent);
        }

        Report(guard, Live() - before);
    }

    private void Configure(GuardOptions options)
    {
        options.Groups.MaxAccounts = _accounts;
        options.MaxAccounts = 1_024;
        options.MaxOrganizations = 1_024;
        options.MaxLinks = 1_024;
    }

    private void Send(DistillationGuard guard, ScaleTraffic traffic, int sent)
    {
        DateTimeOffset time = Start;
        double started = Seconds();
        for (int i = sent; i < Math.Min(_exchanges, sent + Batch); i++)
        {
            time = Start + (i * Duration / _exchanges);
            InferenceRequest request = traffic.Next(time);
            _ = guard.Inspect(in request);
        }

        // Long before the traffic: no look is due, what waits is taken in.
        double inspected = Seconds();
        _inspectSeconds += inspected - started;
        _ = guard.Analyze(DateTimeOffset.UnixEpoch);
        double taken = Seconds();
        _intakeSeconds += taken - inspected;
        if (guard.Analyze(time))
        {
            _lookSeconds.Add(Seconds() - taken);
        }
    }

    private double Seconds()
    {
        _process.Refresh();
        return _process.TotalProcessorTime.TotalSeconds;
    }

    private void Report(DistillationGuard guard, long live)
    {
        double intake = _intakeSeconds / _exchanges;
        double look = _lookSeconds.TakeLast(4).Average();
        double share = (intake * GatewayRequestsPerSecond) + (look / new GroupOptions().Interval.TotalSeconds);
        GuardCounters counters = guard.Counters;
        Write($"{_accounts:N0} accounts, {_exchanges:N0} exchanges, {guard.Groups.Count:N0} groups");
        Write($"making and inspecting a request: {1e6 * _inspectSeconds / _exchanges:F2} us; taking it in: {1e6 * intake:F2} us");
        Write($"looks: {string.Join(' ', _lookSeconds.Select(static seconds => (1e3 * seconds).ToString("F0", CultureInfo.InvariantCulture)))} ms");
        Write($"one core at {GatewayRequestsPerSecond:N0} requests a second: {100 * share:F2} %");
        Write($"stated {guard.SubjectBytes / 1e6:F0} MB, live {live / 1e6:F0} MB; forgotten {counters.GroupEvictions:N0}, dropped {counters.GroupDrops:N0}");
        GC.KeepAlive(guard);
    }

    private void Write(FormattableString line) => _output.WriteLine(FormattableString.Invariant(line));
}
