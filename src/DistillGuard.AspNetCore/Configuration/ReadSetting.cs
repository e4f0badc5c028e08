// SPDX-License-Identifier: MIT

using System.Runtime.InteropServices;

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>What was read of a setting: how to set it, or what is wrong with it. The default value: it is not there.</summary>
/// <typeparam name="TOptions">The options.</typeparam>
/// <param name="Assign">Sets it.</param>
/// <param name="Problem">What is wrong, without the place.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ReadSetting<TOptions>(Action<TOptions>? Assign, string? Problem)
{
    public static ReadSetting<TOptions> Failed(string problem) => new(null, problem);
}
