// SPDX-License-Identifier: MIT

using System.Text;
using DistillGuard.Groups;
using DistillGuard.Support;

namespace DistillGuard.Calibration;

/// <summary>Calibrations with nothing special about them.</summary>
internal static class Calibrations
{
    public static GuardCalibration Small(params ulong[] pieces) => new(CalibrationKey.Of(Samples.Secret))
    {
        Name = "small.json",
        MadeFrom = new CalibrationTraffic(50, 3, 4, 1, 2, Samples.Start, Samples.Start.AddDays(1)),
        Rules = "mine r1 #0000",
        CommonFrom = 2,
        CommonPieces = new CommonPieces(pieces.Length == 0 ? [7, ulong.MaxValue, 1UL << 63] : pieces),
        AccountMaxima = [2.5f, 0.1f],
        GroupMaxima = [4.25f, 1e-6f],
        UsualScores = new UsualScores(-0.5f, 3, 1),
        Segments =
        [
            new CalibrationSegment(new SegmentId(SegmentDimensions.Plan, 0xABC)) { Accounts = 1, AccountDays = 2, AccountMaxima = [1.5f] },
            new CalibrationSegment(new SegmentId(SegmentDimensions.Kind, 0)) { Accounts = 2, AccountDays = 3, AccountMaxima = [] },
            new CalibrationSegment(new SegmentId(SegmentDimensions.Language, 2)) { Accounts = 1, AccountDays = 1, AccountMaxima = [0.1f] },
        ],
    };

    /// <summary>A calibration of so many account-days, of which some are in one segment.</summary>
    public static GuardCalibration With(float[] maxima, long accountDays, params CalibrationSegment[] segments)
    {
        GuardCalibration small = Small();
        return new GuardCalibration(small.Key)
        {
            Name = small.Name,
            MadeFrom = small.MadeFrom with { AccountDays = accountDays },
            Rules = small.Rules,
            CommonFrom = small.CommonFrom,
            CommonPieces = small.CommonPieces,
            AccountMaxima = maxima,
            GroupMaxima = small.GroupMaxima,
            UsualScores = small.UsualScores,
            Segments = segments,
        };
    }

    public static CalibrationSegment Segment(SegmentDimensions dimension, ulong value, long accountDays, params float[] maxima) =>
        new(new SegmentId(dimension, value)) { Accounts = 1, AccountDays = accountDays, AccountMaxima = maxima };

    public static string Text(GuardCalibration calibration)
    {
        using var stream = new MemoryStream();
        calibration.Write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static GuardCalibration Read(string json) => GuardCalibration.Read("c.json", Encoding.UTF8.GetBytes(json));
}
