// SPDX-License-Identifier: MIT

namespace DistillGuard.Rules.Conditions;

/// <summary>The atom that a property sets when it lies in a range, both ends included.</summary>
internal readonly record struct PropertyAtom(RequestProperty Property, double Minimum, double Maximum, int Atom);
