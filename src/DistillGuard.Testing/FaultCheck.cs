// SPDX-License-Identifier: MIT

namespace DistillGuard.Testing;

/// <summary>Whether a detector threw: the guard counts it and goes on, so somebody has to ask.</summary>
internal static class FaultCheck
{
    /// <param name="guard">The guard to ask.</param>
    /// <param name="occasion">What was sent to it.</param>
    /// <param name="seen">The exception that was seen meanwhile, if any.</param>
    public static void ThrowIfAny(DistillationGuard guard, string occasion, Exception? seen = null)
    {
        foreach (DetectorFaults faults in guard.Faults)
        {
            if (faults.Count > 0)
            {
                throw new DetectorContractException(
                    $"'{faults.Detector}' threw {faults.Count} times at {occasion}{Describe(seen)}. A detector " +
                    "never throws.");
            }
        }

        if (guard.Counters.Faults > 0)
        {
            throw new DetectorContractException($"The guard itself failed at {occasion}{Describe(seen)}.");
        }
    }

    private static string Describe(Exception? seen) =>
        seen is null ? string.Empty : $": {seen.GetType().Name}: {seen.Message}";
}
