// SPDX-License-Identifier: MIT

using System.Globalization;

namespace DistillGuard.Samples.Gateway;

/// <summary>The sample's command line.</summary>
internal sealed record SampleOptions
{
    /// <summary>How it is called.</summary>
    public const string Usage = "usage: dotnet run -c Release --project docs/samples/Gateway -- [--for 20s] [--port 8080]";

    /// <summary>How long to run; <see langword="null"/>, the default, for until Ctrl-C.</summary>
    public TimeSpan? For { get; init; }

    /// <summary>The gateway's port on loopback; 0, the default, for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>Reads it.</summary>
    /// <returns>The options; <see langword="null"/> when it cannot be understood.</returns>
    public static SampleOptions? Read(IReadOnlyList<string> arguments)
    {
        var options = new SampleOptions();
        for (int i = 0; i < arguments.Count; i += 2)
        {
            string value = i + 1 < arguments.Count ? arguments[i + 1] : string.Empty;
            if (arguments[i] == "--for" && double.TryParse(value.TrimEnd('s'), CultureInfo.InvariantCulture, out double seconds) && seconds > 0)
            {
                options = options with { For = TimeSpan.FromSeconds(seconds) };
            }
            else if (arguments[i] == "--port" && ushort.TryParse(value, CultureInfo.InvariantCulture, out ushort port))
            {
                options = options with { Port = port };
            }
            else
            {
                return null;
            }
        }

        return options;
    }
}
