// SPDX-License-Identifier: MIT

using DistillGuard.Calibration;
using DistillGuard.Features;
using DistillGuard.Requests;
using DistillGuard.Rules;
using DistillGuard.Snapshots;
using DistillGuard.Statistics.Distribution;
using DistillGuard.Subjects;

namespace DistillGuard.Groups;

/// <summary>Where the hot plane meets the analysis plane: records go in from any thread, findings come out whole. Thread-safe.</summary>
internal sealed class GroupPlane
{
    private readonly ExchangeQueue _queue;
    private readonly LiveCalibration _calibration;
    private readonly Func<GroupTracker> _newTracker;
    private readonly Lock _gate = new();
    private volatile GroupTracker _tracker;
    private volatile IReadOnlyList<GroupFinding> _findings = [];

    public GroupPlane(GroupOptions options, LiveCalibration calibration, GroupAnalyzers analyzers)
    {
        Analyzers = analyzers;
        _queue = new ExchangeQueue(options.QueueLength);
        Bytes = BytesFor(options);
        _calibration = calibration;
        _newTracker = () => new GroupTracker(options, analyzers, calibration.Current);
        _tracker = _newTracker();
    }

    public GroupAnalyzers Analyzers { get; }

    /// <summary>The score from which a group is accused.</summary>
    public float Bar => _calibration.Current.Groups.Bar;

    public IReadOnlyList<GroupFinding> Findings => _findings;

    /// <summary>Records that wait in the queue.</summary>
    public int Waiting => _queue.Count;

    /// <summary>Whether it remembers nothing, and nothing waits.</summary>
    public bool IsEmpty => Waiting == 0 && _tracker.IsEmpty;

    /// <summary>The most bytes that the plane remembers things in.</summary>
    public long Bytes { get; }

    /// <summary>Exchanges that found the queue full, and what found no room behind it.</summary>
    public long Dropped => _queue.Dropped + _tracker.Memory.Overflows;

    /// <summary>What was forgotten to make room.</summary>
    public long Evictions => _tracker.Memory.Evictions;

    /// <summary>The most bytes that a plane would remember things in.</summary>
    public static long BytesFor(GroupOptions options) => GroupMemory.BytesFor(options) + PoolMemory.BytesFor(options) + HabitMemory.BytesFor(options) + ExchangeQueue.BytesFor(options.QueueLength);

    public void Take(in InferenceRequest request, in PromptFeatures features, in SubjectKeys keys)
    {
        RequestContent content = request.Content;
        var record = new ExchangeRecord
        {
            Account = keys.Account,
            Organization = keys.Organization.IsPresent ? keys.Organization.Low : keys.Account.Low,
            Payment = keys.Payment.Low,
            Fingerprint = keys.Fingerprint.Low,
            Egress = keys.Egress.Low,
            Ticks = request.Time.UtcTicks,
            CreatedTicks = request.Caller.AccountCreated == default ? 0 : request.Caller.AccountCreated.UtcTicks,
            Text = features.TextHash,
            Model = HashModel(content.Model),
            Parameters = HashParameters(content.Sampling),
            Traits = TraitsOf(content.Sampling, in features),
            Style = features.Style,
            Declared = request.Caller.Declared,
            Pieces = features.Pieces,
            Sketch = features.Sketch,
            SystemBytes = features.SystemBytes,
            RareParameters = HashRareParameters(content.Sampling),
        };
        AddRules(in features, ref record);
        _queue.Add(in record);
    }

    public bool Analyze(long ticks, bool isDue)
    {
        if (!_gate.TryEnter())
        {
            return false;
        }

        try
        {
            TakeWaiting();
            if (!isDue && !_tracker.IsDue(ticks))
            {
                return false;
            }

            _tracker.Analyze(ticks);
            _findings = _tracker.Findings;
            return true;
        }
        finally
        {
            _gate.Exit();
        }
    }

    public CommonPieces Shared(int fewestOrganizations)
    {
        lock (_gate)
        {
            TakeWaiting();
            return _tracker.Memory.Shared(fewestOrganizations);
        }
    }

    public void PassOver(CommonPieces pieces)
    {
        lock (_gate)
        {
            _tracker.PassOver(pieces);
        }
    }

    public void Record(in EnforcementNotice notice, SubjectKey account)
    {
        lock (_gate)
        {
            _tracker.Memory.Enforce(in notice, account);
        }
    }

    public void RecordRelease(long ticks, ReadOnlySpan<byte> model)
    {
        lock (_gate)
        {
            _tracker.Memory.Population.NoteRelease(HashModel(model), ticks);
        }
    }

    /// <summary>Writes the plane as it is between two looks, what waits taken in first. Requests go on and wait in the queue.</summary>
    /// <returns>How many groups it knows.</returns>
    public int Save(SnapshotWriter writer)
    {
        lock (_gate)
        {
            TakeWaiting();
            _tracker.Save(writer);
            return _findings.Count;
        }
    }

    /// <summary>Reads what was written into a tracker of its own, which takes effect with <see cref="Adopt"/>.</summary>
    public GroupTracker Load(SnapshotReader reader)
    {
        GroupTracker tracker = _newTracker();
        tracker.Load(reader);
        return tracker;
    }

    /// <summary>Goes on with a tracker that was loaded.</summary>
    public void Adopt(GroupTracker tracker)
    {
        lock (_gate)
        {
            _tracker = tracker;
            _findings = tracker.Findings;
        }
    }

    // Under the gate, so that what is taken in and looked at meets one calibration.
    private void TakeWaiting()
    {
        _tracker.Use(_calibration.Current);
        while (_queue.TryTake(out ExchangeRecord record))
        {
            _tracker.Take(in record);
        }
    }

    // Names of models are public; a plain hash is enough to compare them. FNV-1a. "models/" is how one API spells them.
    private static uint HashModel(ReadOnlySpan<byte> model)
    {
        if (model.StartsWith("models/"u8))
        {
            model = model["models/"u8.Length..];
        }

        uint hash = 2166136261;
        foreach (byte value in model)
        {
            hash = (hash ^ value) * 16777619;
        }

        return model.IsEmpty ? 0 : hash;
    }

    private static uint HashParameters(in SamplingParameters sampling) =>
        (uint)Mix(Mix(Mix(Mix(Mix(Mix(0, sampling.ChoiceCount), sampling.LogProbabilities ? 1 : 0), sampling.Temperature), sampling.MaxOutputTokens), sampling.TopP), sampling.TopLogProbabilities);

    // The same in every process: what was remembered before a restart is compared with what comes after it.
    private static ulong Mix(ulong hash, double value) => BitMix.Of(hash + 1 + BitConverter.DoubleToUInt64Bits(value));

    private static uint HashRareParameters(in SamplingParameters sampling) =>
        sampling.MaxOutputTokens > 0 && (sampling.ChoiceCount > 1 || sampling.LogProbabilities || sampling.TopLogProbabilities > 0)
            ? ((uint)sampling.ChoiceCount << 24) | ((sampling.LogProbabilities || sampling.TopLogProbabilities > 0 ? 1u : 0u) << 23) | ((uint)sampling.MaxOutputTokens & 0x7FFFFF)
            : 0;

    private static ExchangeTraits TraitsOf(in SamplingParameters sampling, in PromptFeatures features) =>
        (features is { UserTurns: 1, AssistantBytes: 0 } ? ExchangeTraits.SingleTurn : ExchangeTraits.None)
        | (features.SystemBytes == 0 ? ExchangeTraits.NoSystem : ExchangeTraits.None)
        | (sampling.ChoiceCount > 1 ? ExchangeTraits.SeveralChoices : ExchangeTraits.None)
        | (sampling.LogProbabilities || sampling.TopLogProbabilities > 0 ? ExchangeTraits.LogProbabilities : ExchangeTraits.None)
        | (sampling.ShowsReasoning ? ExchangeTraits.ShowsReasoning : ExchangeTraits.None)
        | (sampling.OutputFormat != OutputFormat.Text ? ExchangeTraits.StructuredOutput : ExchangeTraits.None)
        | (float.IsNaN(sampling.Temperature) ? ExchangeTraits.None : ExchangeTraits.Temperature)
        | (sampling.MaxOutputTokens > 0 ? ExchangeTraits.MaxOutput : ExchangeTraits.None)
        | (sampling.ToolCount > 0 ? ExchangeTraits.Tools : ExchangeTraits.None);

    private static void AddRules(in PromptFeatures features, ref ExchangeRecord record)
    {
        for (int i = features.RuleHits.Next(0); i >= 0; i = features.RuleHits.Next(i + 1))
        {
            Rule rule = features.RuleSet.Rules[i];
            if (rule.Status == RuleStatus.Stable)
            {
                record.Tactics |= (ushort)(1 << (int)rule.Tactic);
                record.Content = Math.Max(record.Content, (float)rule.Weight);
            }
        }
    }
}
