// SPDX-License-Identifier: MIT

using DistillGuard.Geo.Regions;

namespace DistillGuard.Cli.Scanning;

/// <summary>Loads the policy of <c>--regions</c>.</summary>
internal static class RegionPolicyFile
{
    /// <summary>Loads a preset or a file; nothing given means that no region is unsupported.</summary>
    /// <exception cref="ToolException">It is neither a preset nor a policy file.</exception>
    public static RegionPolicy Load(string? presetOrFile)
    {
        if (presetOrFile is null)
        {
            return RegionPolicy.None;
        }

        try
        {
            return RegionPolicy.Load(presetOrFile);
        }
        catch (FileNotFoundException exception)
        {
            throw new ToolException(
                $"--regions {presetOrFile}: neither a preset nor a file; the presets are " +
                    $"{string.Join(", ", RegionPolicy.PresetNames)}.",
                exception);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ToolException($"--regions {presetOrFile}: {exception.Message}", exception);
        }
    }
}
