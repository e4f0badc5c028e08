// SPDX-License-Identifier: MIT

using DistillGuard.Features;
using DistillGuard.Requests;
using DistillGuard.Rules;
using DistillGuard.Subjects;
using DistillGuard.Verdicts;

namespace DistillGuard.Groups;

/// <summary>Where the hot plane meets the analysis plane: records go in from any thread, findings come out whole. Thread-safe.</summary>
internal sealed class GroupPlane
{
    private readonly ExchangeQueue _queue;
    private readonly GroupTracker _tracker;
    private readonly Lock _gate = new();
    private volatile IReadOnlyList<GroupFinding> _findings = [];

    public GroupPlane(GroupOptions options, FusionOptions fusion, BarPair bars, GroupAnalyzers analyzers, CommonPieces common)
    {
        Analyzers = analyzers;
        _queue = new ExchangeQueue(options.QueueLength);
        Bytes = BytesFor(options);
        Bar = bars.Elevated;
        _tracker = new GroupTracker(options, analyzers, new GroupPolicy(fusion, bars), common);
    }

    public GroupAnalyzers Analyzers { get; }

    /// <summary>The score from which a group is accused.</summary>
    public float Bar { get; }

    public IReadOnlyList<GroupFinding> Findings => _findings;

    /// <summary>Records that wait in the queue.</summary>
    public int Waiting => _queue.Count;

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

    private void TakeWaiting()
    {
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
        (uint)HashCode.Combine(sampling.ChoiceCount, sampling.LogProbabilities, sampling.Temperature, sampling.MaxOutputTokens, sampling.TopP, sampling.TopLogProbabilities);

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
