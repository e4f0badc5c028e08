// SPDX-License-Identifier: MIT

namespace DistillGuard.Load.Replaying;

internal static class ReplayRun
{
    public static Task<int> RunAsync(Arguments arguments) => Task.FromResult(arguments.Rest().Count);
}
