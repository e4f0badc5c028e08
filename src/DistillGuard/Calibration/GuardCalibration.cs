// SPDX-License-Identifier: MIT

using DistillGuard.Groups;

namespace DistillGuard.Calibration;

/// <summary>
/// What benign traffic looks like: the template pieces that its accounts share, and how high their scores rise in a day. Made by
/// <see cref="CalibrationRecorder"/>, given to <see cref="DistillationGuardBuilder.UseCalibration"/>. Immutable; safe on any thread.
/// </summary>
/// <remarks>It holds keyed hashes and numbers: no text, no account. <c>docs/calibration.md</c> describes the file.</remarks>
public sealed class GuardCalibration
{
    /// <summary>Most daily maxima kept of one kind; of more, the highest.</summary>
    public const int MostMaxima = 16_384;

    internal GuardCalibration(CalibrationKey key)
    {
        Key = key;
    }

    /// <summary>
    /// What holds where nobody has calibrated: nothing is known. 0 account-days stand behind it, no piece is common, and every bar is assumed,
    /// ln(1/budget), as if the weights of evidence were honest likelihood ratios. Its name is <c>default</c>.
    /// </summary>
    /// <remarks>
    /// It is empty because nobody's traffic but yours says how your customers score, and hashes of common pieces mean nothing under another
    /// secret. It fits every secret, and there is no file of it.
    /// </remarks>
    public static GuardCalibration Default { get; } = new(default)
    {
        Name = "default",
        MadeFrom = new CalibrationTraffic(0, 0, 0, 0, 0, default, default),
        Rules = "none",
        CommonFrom = 2,
        CommonPieces = CommonPieces.None,
        AccountMaxima = [],
        GroupMaxima = [],
        UsualScores = default,
    };

    /// <summary>Whether it is <see cref="Default"/>: no traffic stands behind it.</summary>
    public bool IsDefault => ReferenceEquals(this, Default);

    /// <summary>What messages and findings call it: the file's name.</summary>
    public required string Name { get; init; }

    /// <summary>The traffic it was made from.</summary>
    public required CalibrationTraffic MadeFrom { get; init; }

    /// <summary>The rules that scored the traffic, as <see cref="Rules.RuleSet.Version"/> names them.</summary>
    public required string Rules { get; init; }

    /// <summary>From how many organizations on a piece counted as common at the end of the traffic; at least 2.</summary>
    public required int CommonFrom { get; init; }

    /// <summary>The pieces that were common at the end of a day, or of the traffic.</summary>
    public required CommonPieces CommonPieces { get; init; }

    /// <summary>
    /// The highest <see cref="Verdicts.Verdict.AccusableScore"/> of every account-day, in natural log-odds, highest first: those above 0, at
    /// most <see cref="MostMaxima"/>.
    /// The other account-days of <see cref="CalibrationTraffic.AccountDays"/> rose no higher.
    /// </summary>
    public required IReadOnlyList<float> AccountMaxima { get; init; }

    /// <summary>The same of every group-day.</summary>
    /// <remarks>Each day is judged with what the days before taught to be common, as a guard does that uses the calibration.</remarks>
    public required IReadOnlyList<float> GroupMaxima { get; init; }

    /// <summary>How accounts scored on the first day they were seen: what <see cref="CalibrationWatch"/> compares with.</summary>
    public required UsualScores UsualScores { get; init; }

    /// <summary>
    /// The segments of customers that were told apart, by dimension and value; empty when none were. An account-day counts in every segment that the
    /// account was in on that day.
    /// </summary>
    public IReadOnlyList<CalibrationSegment> Segments { get; internal init; } = [];

    internal CalibrationKey Key { get; }

    /// <summary>The score from which an account is accused at a budget, as far as this traffic can tell: the bar of all, without segments.</summary>
    /// <param name="perAccountDay">False accusations accepted per benign account-day. Between 0 and 1, both excluded.</param>
    public BarEstimate AccountBar(double perAccountDay) => BarSelection.Choose(AccountMaxima, MadeFrom.AccountDays, perAccountDay);

    /// <summary>The bars of accounts at a budget, segment by segment. Chosen anew at every call: keep them.</summary>
    /// <param name="perAccountDay">False accusations accepted per benign account-day. Between 0 and 1, both excluded.</param>
    public AccountBars AccountBars(double perAccountDay) => new(this, perAccountDay);

    /// <summary>The score from which a group is accused at a budget, as far as this traffic can tell.</summary>
    /// <param name="perDay">Benign groups accused that are accepted per day. Above 0.</param>
    /// <remarks>
    /// Groups per day become a probability for each group-day by the number of benign groups that a watched day had. Days without any
    /// tell little, and then the bar stays the assumed one.
    /// </remarks>
    public BarEstimate GroupBar(double perDay) => BarSelection.ChooseForGroups(this, perDay);

    /// <summary>Reads a calibration from a file.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="InvalidDataException">It holds no calibration; the message names file, member or line, reason and remedy.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not read it.</exception>
    public static GuardCalibration Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return CalibrationReader.Read(path, Path.GetFileName(path), File.ReadAllBytes(path));
    }

    /// <summary>Reads a calibration from memory.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="json">The file's content, UTF-8.</param>
    /// <exception cref="InvalidDataException">It is no calibration; the message names place, reason and remedy.</exception>
    public static GuardCalibration Read(string name, ReadOnlyMemory<byte> json)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return CalibrationReader.Read(name, name, json);
    }

    /// <summary>Writes the file. The same calibration gives the same bytes.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <exception cref="InvalidOperationException">It is <see cref="Default"/>, which holds nothing.</exception>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (IsDefault)
        {
            throw new InvalidOperationException("The default calibration holds nothing, so there is no file of it; make one with CalibrationRecorder.");
        }

        CalibrationWriter.Write(stream, this);
    }

    /// <summary>Whether a secret is the one it was made with: with another, no piece of it would ever be met.</summary>
    /// <param name="secret">The deployment's secret, 16 bytes.</param>
    /// <returns>Always <see langword="true"/> of <see cref="Default"/>, which has no pieces.</returns>
    public bool WasMadeWith(ReadOnlySpan<byte> secret) => IsDefault || CalibrationKey.Of(secret).Secret == Key.Secret;
}
