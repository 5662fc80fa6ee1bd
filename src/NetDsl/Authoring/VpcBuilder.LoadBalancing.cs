using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>Load balancers, target groups and Auto Scaling groups.</content>
public sealed partial class VpcBuilder
{
    private readonly List<LoadBalancerBuilder> loadBalancers = [];
    private readonly List<TargetGroupBuilder> targetGroups = [];
    private readonly List<AutoScalingGroupBuilder> autoScalingGroups = [];

    internal IReadOnlyList<LoadBalancerBuilder> LoadBalancers => loadBalancers;

    internal IReadOnlyList<TargetGroupBuilder> TargetGroups => targetGroups;

    internal IReadOnlyList<AutoScalingGroupBuilder> AutoScalingGroups => autoScalingGroups;

    /// <summary>Declares a network load balancer; internet-facing unless <see cref="LoadBalancerBuilder.Internal"/> says otherwise.</summary>
    /// <param name="name">Unique in the VPC.</param>
    /// <param name="configure">Adds subnets, groups and listeners.</param>
    public LoadBalancerBuilder NetworkLoadBalancer(
        string name,
        Action<LoadBalancerBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var balancer = new LoadBalancerBuilder(
            this, Network.Names.Declare(ElementKind.LoadBalancer, Id.Path, name, call.Of(nameof(name)), IsLeftOut));
        loadBalancers.Add(balancer);
        configure?.Invoke(balancer);
        return balancer;
    }

    /// <summary>Declares a target group.</summary>
    /// <param name="name">Unique in the VPC.</param>
    /// <param name="protocol">What the targets are spoken to in.</param>
    /// <param name="port">The port of the targets that name no other, 1 to 65535.</param>
    /// <param name="kind">Whether targets are instances or addresses.</param>
    public TargetGroupBuilder TargetGroup(
        string name,
        ListenerProtocol protocol,
        int port,
        TargetKind kind = TargetKind.Instance,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var isPort = port is >= 1 and <= ushort.MaxValue;
        if (!isPort)
        {
            Network.Problems.Add(
                ProblemKind.InvalidPort, $"{port} is not a port that targets can have; write one from 1 to 65535", call.Of(nameof(port)));
        }

        var group = new TargetGroupBuilder(
            this,
            Network.Names.Declare(ElementKind.TargetGroup, Id.Path, name, call.Of(nameof(name)), IsLeftOut || !isPort),
            protocol,
            (ushort)(isPort ? port : 1),
            kind);
        targetGroups.Add(group);
        return group;
    }

    /// <summary>
    /// Declares an Auto Scaling group: as many instances as are desired, over the subnets in turn, named after it and numbered from 1.
    /// </summary>
    /// <param name="name">Unique in the VPC.</param>
    /// <param name="subnets">Subnets of the VPC, at least one.</param>
    /// <param name="desired">How many instances there are.</param>
    /// <param name="minimum">The smallest size.</param>
    /// <param name="maximum">The largest size; that of <paramref name="desired"/> when left out.</param>
    /// <param name="securityGroup">The group of the instances; the VPC's default group when none is given.</param>
    /// <param name="configure">Is told each instance.</param>
    public AutoScalingGroupBuilder AutoScalingGroup(
        string name,
        IReadOnlyList<SubnetBuilder> subnets,
        int desired,
        int minimum = 1,
        int? maximum = null,
        SecurityGroupBuilder? securityGroup = null,
        Action<InstanceBuilder>? configure = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        // More than the vendor's default quota of instances in a region; a mistake, and slow to draw.
        const int Most = 1000;
        var call = Call.Here(file, line);
        var largest = maximum ?? Math.Max(minimum, desired);
        var fits = minimum >= 0 && minimum <= desired && desired <= largest && largest <= Most;
        if (!fits)
        {
            Network.Problems.Add(
                ProblemKind.GroupSize,
                $"a group cannot have {desired} instances with a minimum of {minimum} and a maximum of {largest}; write 0 ≤ minimum ≤ desired ≤ maximum ≤ {Most}",
                call.Of(nameof(desired)));
        }

        if (subnets.Count == 0)
        {
            Network.Problems.Add(
                ProblemKind.GroupSize, $"Auto Scaling group '{name}' has no subnet to launch instances in; name at least one", call.Of(nameof(subnets)));
        }

        var foreign = subnets.FirstOrDefault(subnet => subnet.Vpc != this);
        if (foreign is { IsLeftOut: false })
        {
            Network.Problems.Add(
                ProblemKind.OtherVpc,
                $"subnet '{foreign.Name}' is of VPC '{foreign.Vpc.Name}', Auto Scaling group '{name}' of VPC '{Name}'; use subnets of its own VPC",
                call.Of(nameof(subnets)),
                foreign.Origin);
        }

        var group = new AutoScalingGroupBuilder(
            this,
            Network.Names.Declare(
                ElementKind.AutoScalingGroup,
                Id.Path,
                name,
                call.Of(nameof(name)),
                IsLeftOut || !fits || subnets.Count == 0 || foreign is not null),
            (minimum, desired, largest));
        autoScalingGroups.Add(group);
        for (var number = 1; number <= desired && !group.IsLeftOut; number++)
        {
            var instance = subnets[(number - 1) % subnets.Count].Instance($"{name}-{number}", securityGroup, configure, file, line);
            group.Launch(instance);
        }

        return group;
    }
}
