using NetDsl.Model;

namespace NetDsl;

/// <summary>The profile of a network, which may be set after what it forbids was written, and so is asked at the end.</summary>
internal sealed class NetworkSemantics
{
    private readonly List<(Func<SemanticsProfile, bool> Allowed, string Key, string Subject, Origin Origin)> needs = [];
    private readonly List<(Func<SemanticsProfile, int> Most, string Key, int Count, string Subject, Origin Origin)> limits = [];
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

    /// <summary>Says that there is more of something than every profile allows.</summary>
    /// <param name="most">How many a profile allows.</param>
    /// <param name="key">The quota that says so, by its name.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="subject">What was written, such as <c>NAT gateway 'a' with 9 addresses</c>.</param>
    /// <param name="origin">The text that adds the last.</param>
    public void Limit(Func<SemanticsProfile, int> most, string key, int count, string subject, Origin origin) =>
        limits.Add((most, key, count, subject, origin));

    /// <summary>What was written and the profile does not have.</summary>
    public IEnumerable<Problem> Problems() => NotAllowed().Concat(limits.Where(limit => limit.Count > limit.Most(Profile)).Select(limit => new Problem(
        ProblemKind.NotInProfile,
        $"{limit.Subject} is more than {limit.Key} allows, {limit.Most(Profile)} in the profile {Profile} of this network; leave the last out, or raise {limit.Key}",
        limit.Origin)
    {
        Other = given,
    }));

    private IEnumerable<Problem> NotAllowed() => needs.Where(need => !need.Allowed(Profile)).Select(need => new Problem(
        ProblemKind.NotInProfile,
        $"{need.Subject} is not allowed where {need.Key} is off, as in the profile {Profile} of this network; leave it out, or set {need.Key}",
        need.Origin)
    {
        Other = given,
    });
}
