using NetDsl.Model;

namespace NetDsl;

/// <summary>The profile of a network, which may be set after what it forbids was written, and so is asked at the end.</summary>
internal sealed class NetworkSemantics
{
    private readonly List<(Func<SemanticsProfile, bool> Allowed, string Key, string Subject, Origin Origin)> needs = [];
    private Origin? given;

    public SemanticsProfile Profile { get; private set; } = SemanticsProfile.Current;

    /// <summary>Takes the profile in.</summary>
    /// <returns>What is wrong with that, if anything.</returns>
    public Problem? Set(SemanticsProfile? profile, Origin origin)
    {
        if (profile?.Quotas is null)
        {
            return new Problem(
                ProblemKind.InvalidData, "null is not a profile; write one such as SemanticsProfile.Talk2018", origin);
        }

        if (given is not null)
        {
            return new Problem(
                ProblemKind.Conflict, "the profile of the network is said already; a network is judged by one", origin)
            {
                Other = given,
            };
        }

        given = origin;
        Profile = profile;
        return null;
    }

    /// <summary>Says that something was written that only some profiles have.</summary>
    /// <param name="allowed">Whether a profile has it.</param>
    /// <param name="key">The property that decides, by its name.</param>
    /// <param name="subject">What was written, such as <c>a route table of a gateway</c>.</param>
    /// <param name="origin">Its text.</param>
    public void Need(Func<SemanticsProfile, bool> allowed, string key, string subject, Origin origin) =>
        needs.Add((allowed, key, subject, origin));

    /// <summary>What was written and the profile does not have.</summary>
    public IEnumerable<Problem> Problems() => needs.Where(need => !need.Allowed(Profile)).Select(need => new Problem(
        ProblemKind.NotInProfile,
        $"{need.Subject} is not allowed where {need.Key} is off, as in the profile {Profile} of this network; leave it out, or set {need.Key}",
        need.Origin)
    {
        Other = given,
    });
}
