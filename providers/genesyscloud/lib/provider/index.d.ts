import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface GenesyscloudProviderConfig {
    readonly accessToken?: string;
    readonly awsRegion?: string;
    readonly customRetryTimeout?: string;
    readonly logStackTraces?: boolean | cdktf.IResolvable;
    readonly logStackTracesFilePath?: string;
    readonly maxConcurrentPages?: number;
    readonly oauthclientId?: string;
    readonly oauthclientSecret?: string;
    readonly sdkClientPoolDebug?: boolean | cdktf.IResolvable;
    readonly sdkDebug?: boolean | cdktf.IResolvable;
    readonly sdkDebugFilePath?: string;
    readonly sdkDebugFormat?: string;
    readonly tokenAcquireTimeout?: string;
    readonly tokenInitTimeout?: string;
    readonly tokenPoolSize?: number;
    readonly alias?: string;
    readonly gateway?: GenesyscloudProviderGateway[] | cdktf.IResolvable;
    readonly proxy?: GenesyscloudProviderProxy;
}
export interface GenesyscloudProviderGatewayAuth {
    readonly password?: string;
    readonly username?: string;
}
export declare function genesyscloudProviderGatewayAuthToTerraform(struct?: GenesyscloudProviderGatewayAuth): any;
export declare function genesyscloudProviderGatewayAuthToHclTerraform(struct?: GenesyscloudProviderGatewayAuth): any;
export interface GenesyscloudProviderGatewayPathParams {
    readonly pathName: string;
    readonly pathValue: string;
}
export declare function genesyscloudProviderGatewayPathParamsToTerraform(struct?: GenesyscloudProviderGatewayPathParams | cdktf.IResolvable): any;
export declare function genesyscloudProviderGatewayPathParamsToHclTerraform(struct?: GenesyscloudProviderGatewayPathParams | cdktf.IResolvable): any;
export interface GenesyscloudProviderGateway {
    readonly host?: string;
    readonly port?: string;
    readonly protocol?: string;
    readonly auth?: GenesyscloudProviderGatewayAuth;
    readonly pathParams?: GenesyscloudProviderGatewayPathParams[] | cdktf.IResolvable;
}
export declare function genesyscloudProviderGatewayToTerraform(struct?: GenesyscloudProviderGateway | cdktf.IResolvable): any;
export declare function genesyscloudProviderGatewayToHclTerraform(struct?: GenesyscloudProviderGateway | cdktf.IResolvable): any;
export interface GenesyscloudProviderProxyAuth {
    readonly password?: string;
    readonly username?: string;
}
export declare function genesyscloudProviderProxyAuthToTerraform(struct?: GenesyscloudProviderProxyAuth): any;
export declare function genesyscloudProviderProxyAuthToHclTerraform(struct?: GenesyscloudProviderProxyAuth): any;
export interface GenesyscloudProviderProxy {
    readonly host?: string;
    readonly port?: string;
    readonly protocol?: string;
    readonly auth?: GenesyscloudProviderProxyAuth;
}
export declare function genesyscloudProviderProxyToTerraform(struct?: GenesyscloudProviderProxy): any;
export declare function genesyscloudProviderProxyToHclTerraform(struct?: GenesyscloudProviderProxy): any;
export declare class GenesyscloudProvider extends cdktf.TerraformProvider {
    static readonly tfResourceType = "genesyscloud";
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    constructor(scope: Construct, id: string, config?: GenesyscloudProviderConfig);
    private _accessToken?;
    get accessToken(): string | undefined;
    set accessToken(value: string | undefined);
    resetAccessToken(): void;
    get accessTokenInput(): string;
    private _awsRegion?;
    get awsRegion(): string | undefined;
    set awsRegion(value: string | undefined);
    resetAwsRegion(): void;
    get awsRegionInput(): string;
    private _customRetryTimeout?;
    get customRetryTimeout(): string | undefined;
    set customRetryTimeout(value: string | undefined);
    resetCustomRetryTimeout(): void;
    get customRetryTimeoutInput(): string;
    private _logStackTraces?;
    get logStackTraces(): boolean | cdktf.IResolvable | undefined;
    set logStackTraces(value: boolean | cdktf.IResolvable | undefined);
    resetLogStackTraces(): void;
    get logStackTracesInput(): boolean | cdktf.IResolvable;
    private _logStackTracesFilePath?;
    get logStackTracesFilePath(): string | undefined;
    set logStackTracesFilePath(value: string | undefined);
    resetLogStackTracesFilePath(): void;
    get logStackTracesFilePathInput(): string;
    private _maxConcurrentPages?;
    get maxConcurrentPages(): number | undefined;
    set maxConcurrentPages(value: number | undefined);
    resetMaxConcurrentPages(): void;
    get maxConcurrentPagesInput(): number;
    private _oauthclientId?;
    get oauthclientId(): string | undefined;
    set oauthclientId(value: string | undefined);
    resetOauthclientId(): void;
    get oauthclientIdInput(): string;
    private _oauthclientSecret?;
    get oauthclientSecret(): string | undefined;
    set oauthclientSecret(value: string | undefined);
    resetOauthclientSecret(): void;
    get oauthclientSecretInput(): string;
    private _sdkClientPoolDebug?;
    get sdkClientPoolDebug(): boolean | cdktf.IResolvable | undefined;
    set sdkClientPoolDebug(value: boolean | cdktf.IResolvable | undefined);
    resetSdkClientPoolDebug(): void;
    get sdkClientPoolDebugInput(): boolean | cdktf.IResolvable;
    private _sdkDebug?;
    get sdkDebug(): boolean | cdktf.IResolvable | undefined;
    set sdkDebug(value: boolean | cdktf.IResolvable | undefined);
    resetSdkDebug(): void;
    get sdkDebugInput(): boolean | cdktf.IResolvable;
    private _sdkDebugFilePath?;
    get sdkDebugFilePath(): string | undefined;
    set sdkDebugFilePath(value: string | undefined);
    resetSdkDebugFilePath(): void;
    get sdkDebugFilePathInput(): string;
    private _sdkDebugFormat?;
    get sdkDebugFormat(): string | undefined;
    set sdkDebugFormat(value: string | undefined);
    resetSdkDebugFormat(): void;
    get sdkDebugFormatInput(): string;
    private _tokenAcquireTimeout?;
    get tokenAcquireTimeout(): string | undefined;
    set tokenAcquireTimeout(value: string | undefined);
    resetTokenAcquireTimeout(): void;
    get tokenAcquireTimeoutInput(): string;
    private _tokenInitTimeout?;
    get tokenInitTimeout(): string | undefined;
    set tokenInitTimeout(value: string | undefined);
    resetTokenInitTimeout(): void;
    get tokenInitTimeoutInput(): string;
    private _tokenPoolSize?;
    get tokenPoolSize(): number | undefined;
    set tokenPoolSize(value: number | undefined);
    resetTokenPoolSize(): void;
    get tokenPoolSizeInput(): number;
    private _alias?;
    get alias(): string | undefined;
    set alias(value: string | undefined);
    resetAlias(): void;
    get aliasInput(): string;
    private _gateway?;
    get gateway(): GenesyscloudProviderGateway[] | cdktf.IResolvable | undefined;
    set gateway(value: GenesyscloudProviderGateway[] | cdktf.IResolvable | undefined);
    resetGateway(): void;
    get gatewayInput(): cdktf.IResolvable | GenesyscloudProviderGateway[];
    private _proxy?;
    get proxy(): GenesyscloudProviderProxy | undefined;
    set proxy(value: GenesyscloudProviderProxy | undefined);
    resetProxy(): void;
    get proxyInput(): GenesyscloudProviderProxy;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
