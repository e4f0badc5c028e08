// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Reloading;

/// <summary>Files that are taken over while the guard works, each kind whole.</summary>
public sealed class ReloadOptions : IGuardOptions
{
    /// <summary>Rule documents, or folders whose <c>*.json</c> are rule documents. Default: none, and the rules stay as built.</summary>
    public IList<string> Rules { get; } = [];

    /// <summary>Whether the catalogue of the package is compiled with <see cref="Rules"/>. Default: yes.</summary>
    public bool WithBuiltInRules { get; set; } = true;

    /// <summary>The calibration; it must be made with the guard's secret. Default: none, and it stays as built.</summary>
    public string? Calibration { get; set; }

    /// <summary>The region policy of <c>geo-origin</c>. Default: none, and it stays as built.</summary>
    public string? Regions { get; set; }

    /// <summary>
    /// How often the files are looked at. A change is taken over when two looks have found it alike, so that nothing half written is read. One second to
    /// one hour; default five seconds.
    /// </summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange("Reloading." + nameof(Interval), Interval, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        if (Rules.Any(string.IsNullOrWhiteSpace) || Calibration?.Trim().Length == 0 || Regions?.Trim().Length == 0)
        {
            problems.Add($"Reloading: an entry of {nameof(Rules)}, {nameof(Calibration)} or {nameof(Regions)} is empty; give a path, or leave it out.");
        }
    }
}
