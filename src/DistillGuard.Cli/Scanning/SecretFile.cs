// SPDX-License-Identifier: MIT

namespace DistillGuard.Cli.Scanning;

/// <summary>Reads the deployment's secret of <c>--secret</c>. Messages never show what the file holds.</summary>
internal static class SecretFile
{
    private const int SecretBytes = 16;

    // Without a secret of the deployment hashes are keyed with what everybody can read here: findings hold no hash, so it protects nothing
    // there, and the same log gives the same findings. A calibration does hold hashes; docs/calibration.md says what that means.
    private static ReadOnlySpan<byte> Public => "distillguard-cli"u8;

    /// <summary>The secret in a file; the tool's own, public one when there is none.</summary>
    /// <exception cref="ToolException">The file cannot be read, or holds no secret.</exception>
    public static byte[] Read(string? path)
    {
        if (path is null)
        {
            return Public.ToArray();
        }

        string text = ReadText(path).Trim();
        if (text.Length != 2 * SecretBytes || !text.All(char.IsAsciiHexDigit))
        {
            throw new ToolException(
                $"--secret {path}: it does not hold {2 * SecretBytes} hexadecimal digits and nothing else; make it once with " +
                    $"'openssl rand -hex {SecretBytes}', and keep it like a password.");
        }

        return Convert.FromHexString(text);
    }

    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ToolException($"--secret {path}: {exception.Message.TrimEnd('.')}; give a readable file.", exception);
        }
    }
}
