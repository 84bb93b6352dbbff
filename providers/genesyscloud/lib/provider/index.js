"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.GenesyscloudProvider = void 0;
exports.genesyscloudProviderGatewayAuthToTerraform = genesyscloudProviderGatewayAuthToTerraform;
exports.genesyscloudProviderGatewayAuthToHclTerraform = genesyscloudProviderGatewayAuthToHclTerraform;
exports.genesyscloudProviderGatewayPathParamsToTerraform = genesyscloudProviderGatewayPathParamsToTerraform;
exports.genesyscloudProviderGatewayPathParamsToHclTerraform = genesyscloudProviderGatewayPathParamsToHclTerraform;
exports.genesyscloudProviderGatewayToTerraform = genesyscloudProviderGatewayToTerraform;
exports.genesyscloudProviderGatewayToHclTerraform = genesyscloudProviderGatewayToHclTerraform;
exports.genesyscloudProviderProxyAuthToTerraform = genesyscloudProviderProxyAuthToTerraform;
exports.genesyscloudProviderProxyAuthToHclTerraform = genesyscloudProviderProxyAuthToHclTerraform;
exports.genesyscloudProviderProxyToTerraform = genesyscloudProviderProxyToTerraform;
exports.genesyscloudProviderProxyToHclTerraform = genesyscloudProviderProxyToHclTerraform;
const cdktf = require("cdktf");
function genesyscloudProviderGatewayAuthToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        password: cdktf.stringToTerraform(struct.password),
        username: cdktf.stringToTerraform(struct.username),
    };
}
function genesyscloudProviderGatewayAuthToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        password: {
            value: cdktf.stringToHclTerraform(struct.password),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        username: {
            value: cdktf.stringToHclTerraform(struct.username),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
function genesyscloudProviderGatewayPathParamsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        path_name: cdktf.stringToTerraform(struct.pathName),
        path_value: cdktf.stringToTerraform(struct.pathValue),
    };
}
function genesyscloudProviderGatewayPathParamsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        path_name: {
            value: cdktf.stringToHclTerraform(struct.pathName),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        path_value: {
            value: cdktf.stringToHclTerraform(struct.pathValue),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
function genesyscloudProviderGatewayToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        host: cdktf.stringToTerraform(struct.host),
        port: cdktf.stringToTerraform(struct.port),
        protocol: cdktf.stringToTerraform(struct.protocol),
        auth: genesyscloudProviderGatewayAuthToTerraform(struct.auth),
        path_params: cdktf.listMapper(genesyscloudProviderGatewayPathParamsToTerraform, true)(struct.pathParams),
    };
}
function genesyscloudProviderGatewayToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        host: {
            value: cdktf.stringToHclTerraform(struct.host),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        port: {
            value: cdktf.stringToHclTerraform(struct.port),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        protocol: {
            value: cdktf.stringToHclTerraform(struct.protocol),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        auth: {
            value: genesyscloudProviderGatewayAuthToHclTerraform(struct.auth),
            isBlock: true,
            type: "set",
            storageClassType: "GenesyscloudProviderGatewayAuthList",
        },
        path_params: {
            value: cdktf.listMapperHcl(genesyscloudProviderGatewayPathParamsToHclTerraform, true)(struct.pathParams),
            isBlock: true,
            type: "set",
            storageClassType: "GenesyscloudProviderGatewayPathParamsList",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
function genesyscloudProviderProxyAuthToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        password: cdktf.stringToTerraform(struct.password),
        username: cdktf.stringToTerraform(struct.username),
    };
}
function genesyscloudProviderProxyAuthToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        password: {
            value: cdktf.stringToHclTerraform(struct.password),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        username: {
            value: cdktf.stringToHclTerraform(struct.username),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
function genesyscloudProviderProxyToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        host: cdktf.stringToTerraform(struct.host),
        port: cdktf.stringToTerraform(struct.port),
        protocol: cdktf.stringToTerraform(struct.protocol),
        auth: genesyscloudProviderProxyAuthToTerraform(struct.auth),
    };
}
function genesyscloudProviderProxyToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        host: {
            value: cdktf.stringToHclTerraform(struct.host),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        port: {
            value: cdktf.stringToHclTerraform(struct.port),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        protocol: {
            value: cdktf.stringToHclTerraform(struct.protocol),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        auth: {
            value: genesyscloudProviderProxyAuthToHclTerraform(struct.auth),
            isBlock: true,
            type: "set",
            storageClassType: "GenesyscloudProviderProxyAuthList",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class GenesyscloudProvider extends cdktf.TerraformProvider {
    static tfResourceType = "genesyscloud";
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "genesyscloud", importId: importFromId, provider });
    }
    constructor(scope, id, config = {}) {
        super(scope, id, {
            terraformResourceType: 'genesyscloud',
            terraformGeneratorMetadata: {
                providerName: 'genesyscloud',
                providerVersionConstraint: '1.84.1'
            },
            terraformProviderSource: 'mypurecloud/genesyscloud'
        });
        this._accessToken = config.accessToken;
        this._awsRegion = config.awsRegion;
        this._customRetryTimeout = config.customRetryTimeout;
        this._logStackTraces = config.logStackTraces;
        this._logStackTracesFilePath = config.logStackTracesFilePath;
        this._maxConcurrentPages = config.maxConcurrentPages;
        this._oauthclientId = config.oauthclientId;
        this._oauthclientSecret = config.oauthclientSecret;
        this._sdkClientPoolDebug = config.sdkClientPoolDebug;
        this._sdkDebug = config.sdkDebug;
        this._sdkDebugFilePath = config.sdkDebugFilePath;
        this._sdkDebugFormat = config.sdkDebugFormat;
        this._tokenAcquireTimeout = config.tokenAcquireTimeout;
        this._tokenInitTimeout = config.tokenInitTimeout;
        this._tokenPoolSize = config.tokenPoolSize;
        this._alias = config.alias;
        this._gateway = config.gateway;
        this._proxy = config.proxy;
    }
    _accessToken;
    get accessToken() {
        return this._accessToken;
    }
    set accessToken(value) {
        this._accessToken = value;
    }
    resetAccessToken() {
        this._accessToken = undefined;
    }
    get accessTokenInput() {
        return this._accessToken;
    }
    _awsRegion;
    get awsRegion() {
        return this._awsRegion;
    }
    set awsRegion(value) {
        this._awsRegion = value;
    }
    resetAwsRegion() {
        this._awsRegion = undefined;
    }
    get awsRegionInput() {
        return this._awsRegion;
    }
    _customRetryTimeout;
    get customRetryTimeout() {
        return this._customRetryTimeout;
    }
    set customRetryTimeout(value) {
        this._customRetryTimeout = value;
    }
    resetCustomRetryTimeout() {
        this._customRetryTimeout = undefined;
    }
    get customRetryTimeoutInput() {
        return this._customRetryTimeout;
    }
    _logStackTraces;
    get logStackTraces() {
        return this._logStackTraces;
    }
    set logStackTraces(value) {
        this._logStackTraces = value;
    }
    resetLogStackTraces() {
        this._logStackTraces = undefined;
    }
    get logStackTracesInput() {
        return this._logStackTraces;
    }
    _logStackTracesFilePath;
    get logStackTracesFilePath() {
        return this._logStackTracesFilePath;
    }
    set logStackTracesFilePath(value) {
        this._logStackTracesFilePath = value;
    }
    resetLogStackTracesFilePath() {
        this._logStackTracesFilePath = undefined;
    }
    get logStackTracesFilePathInput() {
        return this._logStackTracesFilePath;
    }
    _maxConcurrentPages;
    get maxConcurrentPages() {
        return this._maxConcurrentPages;
    }
    set maxConcurrentPages(value) {
        this._maxConcurrentPages = value;
    }
    resetMaxConcurrentPages() {
        this._maxConcurrentPages = undefined;
    }
    get maxConcurrentPagesInput() {
        return this._maxConcurrentPages;
    }
    _oauthclientId;
    get oauthclientId() {
        return this._oauthclientId;
    }
    set oauthclientId(value) {
        this._oauthclientId = value;
    }
    resetOauthclientId() {
        this._oauthclientId = undefined;
    }
    get oauthclientIdInput() {
        return this._oauthclientId;
    }
    _oauthclientSecret;
    get oauthclientSecret() {
        return this._oauthclientSecret;
    }
    set oauthclientSecret(value) {
        this._oauthclientSecret = value;
    }
    resetOauthclientSecret() {
        this._oauthclientSecret = undefined;
    }
    get oauthclientSecretInput() {
        return this._oauthclientSecret;
    }
    _sdkClientPoolDebug;
    get sdkClientPoolDebug() {
        return this._sdkClientPoolDebug;
    }
    set sdkClientPoolDebug(value) {
        this._sdkClientPoolDebug = value;
    }
    resetSdkClientPoolDebug() {
        this._sdkClientPoolDebug = undefined;
    }
    get sdkClientPoolDebugInput() {
        return this._sdkClientPoolDebug;
    }
    _sdkDebug;
    get sdkDebug() {
        return this._sdkDebug;
    }
    set sdkDebug(value) {
        this._sdkDebug = value;
    }
    resetSdkDebug() {
        this._sdkDebug = undefined;
    }
    get sdkDebugInput() {
        return this._sdkDebug;
    }
    _sdkDebugFilePath;
    get sdkDebugFilePath() {
        return this._sdkDebugFilePath;
    }
    set sdkDebugFilePath(value) {
        this._sdkDebugFilePath = value;
    }
    resetSdkDebugFilePath() {
        this._sdkDebugFilePath = undefined;
    }
    get sdkDebugFilePathInput() {
        return this._sdkDebugFilePath;
    }
    _sdkDebugFormat;
    get sdkDebugFormat() {
        return this._sdkDebugFormat;
    }
    set sdkDebugFormat(value) {
        this._sdkDebugFormat = value;
    }
    resetSdkDebugFormat() {
        this._sdkDebugFormat = undefined;
    }
    get sdkDebugFormatInput() {
        return this._sdkDebugFormat;
    }
    _tokenAcquireTimeout;
    get tokenAcquireTimeout() {
        return this._tokenAcquireTimeout;
    }
    set tokenAcquireTimeout(value) {
        this._tokenAcquireTimeout = value;
    }
    resetTokenAcquireTimeout() {
        this._tokenAcquireTimeout = undefined;
    }
    get tokenAcquireTimeoutInput() {
        return this._tokenAcquireTimeout;
    }
    _tokenInitTimeout;
    get tokenInitTimeout() {
        return this._tokenInitTimeout;
    }
    set tokenInitTimeout(value) {
        this._tokenInitTimeout = value;
    }
    resetTokenInitTimeout() {
        this._tokenInitTimeout = undefined;
    }
    get tokenInitTimeoutInput() {
        return this._tokenInitTimeout;
    }
    _tokenPoolSize;
    get tokenPoolSize() {
        return this._tokenPoolSize;
    }
    set tokenPoolSize(value) {
        this._tokenPoolSize = value;
    }
    resetTokenPoolSize() {
        this._tokenPoolSize = undefined;
    }
    get tokenPoolSizeInput() {
        return this._tokenPoolSize;
    }
    _alias;
    get alias() {
        return this._alias;
    }
    set alias(value) {
        this._alias = value;
    }
    resetAlias() {
        this._alias = undefined;
    }
    get aliasInput() {
        return this._alias;
    }
    _gateway;
    get gateway() {
        return this._gateway;
    }
    set gateway(value) {
        this._gateway = value;
    }
    resetGateway() {
        this._gateway = undefined;
    }
    get gatewayInput() {
        return this._gateway;
    }
    _proxy;
    get proxy() {
        return this._proxy;
    }
    set proxy(value) {
        this._proxy = value;
    }
    resetProxy() {
        this._proxy = undefined;
    }
    get proxyInput() {
        return this._proxy;
    }
    synthesizeAttributes() {
        return {
            access_token: cdktf.stringToTerraform(this._accessToken),
            aws_region: cdktf.stringToTerraform(this._awsRegion),
            custom_retry_timeout: cdktf.stringToTerraform(this._customRetryTimeout),
            log_stack_traces: cdktf.booleanToTerraform(this._logStackTraces),
            log_stack_traces_file_path: cdktf.stringToTerraform(this._logStackTracesFilePath),
            max_concurrent_pages: cdktf.numberToTerraform(this._maxConcurrentPages),
            oauthclient_id: cdktf.stringToTerraform(this._oauthclientId),
            oauthclient_secret: cdktf.stringToTerraform(this._oauthclientSecret),
            sdk_client_pool_debug: cdktf.booleanToTerraform(this._sdkClientPoolDebug),
            sdk_debug: cdktf.booleanToTerraform(this._sdkDebug),
            sdk_debug_file_path: cdktf.stringToTerraform(this._sdkDebugFilePath),
            sdk_debug_format: cdktf.stringToTerraform(this._sdkDebugFormat),
            token_acquire_timeout: cdktf.stringToTerraform(this._tokenAcquireTimeout),
            token_init_timeout: cdktf.stringToTerraform(this._tokenInitTimeout),
            token_pool_size: cdktf.numberToTerraform(this._tokenPoolSize),
            alias: cdktf.stringToTerraform(this._alias),
            gateway: cdktf.listMapper(genesyscloudProviderGatewayToTerraform, true)(this._gateway),
            proxy: genesyscloudProviderProxyToTerraform(this._proxy),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            access_token: {
                value: cdktf.stringToHclTerraform(this._accessToken),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            aws_region: {
                value: cdktf.stringToHclTerraform(this._awsRegion),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            custom_retry_timeout: {
                value: cdktf.stringToHclTerraform(this._customRetryTimeout),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            log_stack_traces: {
                value: cdktf.booleanToHclTerraform(this._logStackTraces),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            log_stack_traces_file_path: {
                value: cdktf.stringToHclTerraform(this._logStackTracesFilePath),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            max_concurrent_pages: {
                value: cdktf.numberToHclTerraform(this._maxConcurrentPages),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            oauthclient_id: {
                value: cdktf.stringToHclTerraform(this._oauthclientId),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            oauthclient_secret: {
                value: cdktf.stringToHclTerraform(this._oauthclientSecret),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            sdk_client_pool_debug: {
                value: cdktf.booleanToHclTerraform(this._sdkClientPoolDebug),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            sdk_debug: {
                value: cdktf.booleanToHclTerraform(this._sdkDebug),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            sdk_debug_file_path: {
                value: cdktf.stringToHclTerraform(this._sdkDebugFilePath),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            sdk_debug_format: {
                value: cdktf.stringToHclTerraform(this._sdkDebugFormat),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            token_acquire_timeout: {
                value: cdktf.stringToHclTerraform(this._tokenAcquireTimeout),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            token_init_timeout: {
                value: cdktf.stringToHclTerraform(this._tokenInitTimeout),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            token_pool_size: {
                value: cdktf.numberToHclTerraform(this._tokenPoolSize),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            alias: {
                value: cdktf.stringToHclTerraform(this._alias),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            gateway: {
                value: cdktf.listMapperHcl(genesyscloudProviderGatewayToHclTerraform, true)(this._gateway),
                isBlock: true,
                type: "set",
                storageClassType: "GenesyscloudProviderGatewayList",
            },
            proxy: {
                value: genesyscloudProviderProxyToHclTerraform(this._proxy),
                isBlock: true,
                type: "set",
                storageClassType: "GenesyscloudProviderProxyList",
            },
        };
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.GenesyscloudProvider = GenesyscloudProvider;
