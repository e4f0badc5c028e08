// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>The deployment's secret for keyed hashes. No message shows it.</summary>
internal sealed class SecretSettings : IGuardOptions
{
    private const int Bytes = 16;

    /// <summary>
    /// The secret itself, 32 hexadecimal digits: from an environment variable or a secret store, never from a file in a repository. Default: none; then it
    /// is random at every start, and neither a calibration nor a snapshot can be used.
    /// </summary>
    public byte[]? Value { get; set; }

    /// <summary>A file that holds the 32 hexadecimal digits and nothing else. Default: none.</summary>
    public byte[]? File { get; set; }

    public byte[]? Chosen => Value ?? File;

    /// <summary>Reads the secret of its digits.</summary>
    /// <exception cref="FormatException">They are no secret.</exception>
    public static byte[] Read(string text)
    {
        string digits = text.Trim();
        return digits.Length == 2 * Bytes && digits.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(digits)
            : throw new FormatException(
                $"it is not {2 * Bytes} hexadecimal digits and nothing else; make it once with 'openssl rand -hex {Bytes}', and keep it like a password");
    }

    public void Validate(OptionsProblems problems)
    {
        if (Value is not null && File is not null)
        {
            problems.Add($"both {nameof(Value)} and {nameof(File)} are given; leave one of them out.");
        }
    }
}
