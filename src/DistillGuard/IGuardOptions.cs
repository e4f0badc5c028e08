// SPDX-License-Identifier: MIT

namespace DistillGuard;

/// <summary>Options that can say what is wrong with them, all at once.</summary>
public interface IGuardOptions
{
    /// <summary>Reports every value that is out of range or contradicts another.</summary>
    void Validate(OptionsProblems problems);
}
