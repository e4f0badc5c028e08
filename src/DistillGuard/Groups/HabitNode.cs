// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.Groups;

/// <summary>What is remembered of how an account asks: its first prompts, its latest, and where it sends them.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct HabitNode
{
    public long LastTicks;
    public PromptSum First;
    public PromptSum Latest;
    public TopicRing Topics;

    private const ExchangeTraits SurfaceTraits = ExchangeTraits.SingleTurn | ExchangeTraits.NoSystem | ExchangeTraits.Tools;

    private PromptSum _filling;
    private int _exchanges;
    private int _singleTurn;
    private int _noSystem;
    private int _withTools;

    /// <summary>Whether it has sent two full blocks.</summary>
    public readonly bool HasChange => Latest.IsFull;

    /// <summary>What most of its exchanges have: whether they are single questions, without a system prompt, with tools. Who sells one thing is compared with others who do.</summary>
    public readonly ExchangeTraits Surface =>
        (2 * _singleTurn > _exchanges ? ExchangeTraits.SingleTurn : ExchangeTraits.None)
        | (2 * _noSystem > _exchanges ? ExchangeTraits.NoSystem : ExchangeTraits.None)
        | (2 * _withTools > _exchanges ? ExchangeTraits.Tools : ExchangeTraits.None);

    public void Add(in ExchangeRecord record)
    {
        ExchangeTraits traits = record.Traits & SurfaceTraits;
        LastTicks = Math.Max(LastTicks, record.Ticks);
        _exchanges++;
        _singleTurn += (traits & ExchangeTraits.SingleTurn) != ExchangeTraits.None ? 1 : 0;
        _noSystem += (traits & ExchangeTraits.NoSystem) != ExchangeTraits.None ? 1 : 0;
        _withTools += (traits & ExchangeTraits.Tools) != ExchangeTraits.None ? 1 : 0;
        if (record.Style.Length == 0)
        {
            return;
        }

        if (((ReadOnlySpan<sbyte>)record.Sketch).ContainsAnyExcept((sbyte)0))
        {
            Topics.Add(in record.Sketch);
        }

        if (!First.IsFull)
        {
            First.Add(in record.Style, in record.Sketch);
            return;
        }

        _filling.Add(in record.Style, in record.Sketch);
        if (_filling.IsFull)
        {
            Latest = _filling;
            _filling = default;
        }
    }

    public readonly AccountHabit ToHabit()
    {
        float[] change = [];
        if (HasChange)
        {
            change = new float[AccountHabit.Dimensions];
            PromptSum.Change(in First, in Latest, change);
        }

        ushort[] topics = new ushort[Topics.Count];
        Topics.CopyTo(topics);
        return new AccountHabit { Change = change, Topics = topics };
    }
}
