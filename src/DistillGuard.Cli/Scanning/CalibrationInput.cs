// SPDX-License-Identifier: MIT

using DistillGuard.Calibration;

namespace DistillGuard.Cli.Scanning;

/// <summary>Loads the calibration of <c>--calibration</c>.</summary>
internal static class CalibrationInput
{
    /// <summary>Loads the file, and checks that it was made with the secret in use.</summary>
    /// <returns>The calibration; <see langword="null"/> when none was given.</returns>
    /// <exception cref="ToolException">It cannot be read or used.</exception>
    public static GuardCalibration? Load(string? path, ReadOnlySpan<byte> secret)
    {
        if (path is null)
        {
            return null;
        }

        GuardCalibration calibration = Read(path);
        return calibration.WasMadeWith(secret)
            ? calibration
            : throw new ToolException(
                $"--calibration {path}: it was made with another secret, so none of its pieces would be known; give the secret it was " +
                    $"made with (--secret FILE), or calibrate again with this one.");
    }

    private static GuardCalibration Read(string path)
    {
        try
        {
            return GuardCalibration.Load(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ToolException(
                $"--calibration {path}: no such file; make it with 'distillguard calibrate LOG --out {path}'.", exception);
        }
        catch (InvalidDataException exception)
        {
            throw new ToolException($"--calibration {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ToolException($"--calibration {path}: {exception.Message.TrimEnd('.')}; give a readable file.", exception);
        }
    }
}
