// SPDX-License-Identifier: MIT

using System.Numerics;
using System.Runtime.InteropServices;
using DistillGuard.Subjects;
using DistillGuard.Verdicts;

namespace DistillGuard.Calibration;

/// <summary>
/// The account-days of every segment, and the highest score of each from the first request in the segment on. Not thread-safe.
/// </summary>
/// <remarks>
/// An account is in a segment for the rest of the day on which it sent a request in it, as in a guard. A place for each score of each segment would
/// take 60 bytes apiece; scores above 0 are rare, so only these have one.
/// </remarks>
internal sealed class SegmentRecorder
{
    private readonly SegmentDimensions _dimensions;
    private readonly List<SegmentTally> _tallies = [];
    private readonly Dictionary<SubjectKey, Membership> _accounts = [];
    private readonly Dictionary<(SubjectKey Account, int Tally), float> _today = [];
    private int _plans;

    /// <summary>Makes a recorder.</summary>
    /// <param name="dimensions">By what segments are told apart.</param>
    public SegmentRecorder(SegmentDimensions dimensions)
    {
        _dimensions = dimensions;
        _tallies.AddRange(SegmentId.Known.Where(known => dimensions.HasFlag(known.Dimension)).Select(known => new SegmentTally(known)));
    }

    /// <summary>Notes a request and the accusable score of its account. A day before the account's latest belongs to the latest.</summary>
    public void Note(SubjectKey account, long day, in RequestSegment request, float score)
    {
        if (_dimensions == SegmentDimensions.None)
        {
            return;
        }

        AddPlan(request.Plan);
        ref Membership member = ref CollectionsMarshal.GetValueRefOrAddDefault(_accounts, account, out bool isKnown);
        if (!isKnown || day > member.Day)
        {
            Close(account, member.Today);
            member.Day = day;
            member.Today = 0;
        }

        Join(ref member, in request);
        if (score > 0)
        {
            Raise(account, member.Today, score);
        }
    }

    /// <summary>The segments that were met, in order.</summary>
    public IReadOnlyList<CalibrationSegment> ToSegments()
    {
        HighestScores[] maxima = [.. _tallies.Select(static tally => new HighestScores(tally.Maxima))];
        foreach (((SubjectKey _, int tally), float score) in _today)
        {
            maxima[tally].Add(score);
        }

        return [.. _tallies
            .Select((tally, i) => new CalibrationSegment(tally.Segment)
            {
                Accounts = tally.Accounts,
                AccountDays = tally.AccountDays,
                AccountMaxima = maxima[i].ToArray(),
            })
            .Where(static segment => segment.AccountDays > 0)
            .OrderBy(static segment => segment.Id)];
    }

    private void AddPlan(ulong plan)
    {
        if (plan == 0 || !_dimensions.HasFlag(SegmentDimensions.Plan) || _plans == SegmentBars.MostPlans)
        {
            return;
        }

        var segment = new SegmentId(SegmentDimensions.Plan, plan);
        if (!_tallies.Exists(tally => tally.Segment == segment))
        {
            _tallies.Add(new SegmentTally(segment));
            _plans++;
        }
    }

    private void Join(ref Membership member, in RequestSegment request)
    {
        for (int i = 0; i < _tallies.Count; i++)
        {
            ulong bit = 1UL << i;
            if ((member.Today & bit) == 0 && _tallies[i].Segment.Covers(in request))
            {
                _tallies[i].AccountDays++;
                _tallies[i].Accounts += (member.Ever & bit) == 0 ? 1 : 0;
                member.Today |= bit;
                member.Ever |= bit;
            }
        }
    }

    private void Raise(SubjectKey account, ulong today, float score)
    {
        for (ulong rest = today; rest != 0; rest &= rest - 1)
        {
            ref float highest = ref CollectionsMarshal.GetValueRefOrAddDefault(_today, (account, BitOperations.TrailingZeroCount(rest)), out _);
            highest = Math.Max(highest, score);
        }
    }

    private void Close(SubjectKey account, ulong today)
    {
        for (ulong rest = today; rest != 0; rest &= rest - 1)
        {
            int tally = BitOperations.TrailingZeroCount(rest);
            if (_today.Remove((account, tally), out float highest))
            {
                _tallies[tally].Maxima.Add(highest);
            }
        }
    }

    // Known segments and plans are fewer than the bits of a word.
    private struct Membership
    {
        public long Day;
        public ulong Today;
        public ulong Ever;
    }
}
