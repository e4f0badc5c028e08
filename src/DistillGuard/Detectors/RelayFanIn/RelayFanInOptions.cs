// SPDX-License-Identifier: MIT

namespace DistillGuard.Detectors.RelayFanIn;

/// <summary>Options of <c>relay-fan-in</c>. It has no weight to set: what it says is policy, never evidence of distillation.</summary>
public sealed class RelayFanInOptions : IGuardOptions
{
    /// <summary>
    /// End users within a day or so (this account-day's and half of those of the day before) from which resale or a platform is
    /// suspected. 5 to 200; default 25.
    /// </summary>
    public double EndUsers { get; set; } = 25;

    /// <summary>
    /// Requests an end user must have on average before end users are believed. 1 to 10; default 1.5. People come back; ids that a client
    /// library makes up for every request do not.
    /// </summary>
    public double RequestsPerEndUser { get; set; } = 1.5;

    /// <summary>Conversations held at the same time within <see cref="Window"/> that are more than one person has. 2 to 200; default 10.</summary>
    public double Conversations { get; set; } = 10;

    /// <summary>Within what time conversations that take turns are held at the same time. One minute to one day; default 15 minutes.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Clients (fingerprint and user agent) within a day or so that are more than one person has. 2 to 200; default 10.</summary>
    public double Clients { get; set; } = 10;

    /// <summary>Network prefixes (IPv4 /24, IPv6 /48) within a day or so that are more than one person has. 2 to 200; default 25.</summary>
    public double Networks { get; set; } = 25;

    /// <summary>Scripts of prompts within an account-day that are more than one person has. 2 to 6; default 4.</summary>
    public int Scripts { get; set; } = 4;

    /// <summary>
    /// How many of the four (conversations at once, clients, networks, scripts) must be that many before resale or a platform is
    /// suspected without end-user ids. 2 to 4; default 3. A single one never suffices.
    /// </summary>
    public int Kinds { get; set; } = 3;

    /// <inheritdoc/>
    public void Validate(OptionsProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.CheckRange(nameof(EndUsers), EndUsers, 5, 200);
        problems.CheckRange(nameof(RequestsPerEndUser), RequestsPerEndUser, 1, 10);
        problems.CheckRange(nameof(Conversations), Conversations, 2, 200);
        problems.CheckRange(nameof(Window), Window, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1));
        problems.CheckRange(nameof(Clients), Clients, 2, 200);
        problems.CheckRange(nameof(Networks), Networks, 2, 200);
        problems.CheckRange(nameof(Scripts), Scripts, 2, 6);
        problems.CheckRange(nameof(Kinds), Kinds, 2, 4);
    }
}
